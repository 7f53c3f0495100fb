// Finds notices by the words that people type. The index stands in a file of its
// own; nothing is sent anywhere, and nothing is kept. Without this script the page
// shows the list of all services.
'use strict';
(() => {
  const { english, entries, words, at } = noticesIndex
  const list = words.split(' ')
  const page = id => document.getElementById(id)
  const form = document.querySelector('form[role=search]')
  const status = page('found'), results = page('results'), more = page('more')
  const step = 10

  // fold and singular do as search_fold.go does.
  const singular = w => {
    const letters = [...w].length
    if (letters < 4 || /(ss|us|is)$/.test(w)) return w
    if (letters > 4 && w.endsWith('ies')) return w.slice(0, -3) + 'y'
    if (/(xes|ches|shes|sses)$/.test(w)) return w.slice(0, -2)
    return w.endsWith('s') ? w.slice(0, -1) : w
  }
  const fold = text => text.normalize('NFKD').replace(/\p{M}|['’]/gu, '').toLowerCase()
    .split(/[^\p{L}\p{N}]+/u).filter(w => w).map(w => english ? singular(w) : w)

  // near tells whether two words differ by one letter, or by two that changed places.
  const near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false
    let i = 0
    while (i < a.length && a[i] === b[i]) i++
    const rest = (x, y) => a.slice(i + x) === b.slice(i + y)
    return rest(1, 1) || rest(1, 0) || rest(0, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(2, 2))
  }

  // matches gives the numbers of the index's words that stand for a typed one: the
  // word itself, those that begin with it, or else those that are nearly it.
  const matches = word => {
    const begun = [], close = []
    list.forEach((w, i) => {
      if (w.startsWith(word)) begun.push(i)
      else if (word.length > 3 && near(word, w)) close.push(i)
    })
    return begun.length ? begun : close
  }

  const value = [1, 3, 6, 8] // of a word in what is held, the purposes, the service, the title

  // score gives what a typed word is worth for each entry that has it.
  const score = word => {
    const worth = new Map()
    const give = (n, points) => worth.set(n, Math.max(worth.get(n) || 0, points))
    for (const i of matches(word)) {
      const times = list[i] === word ? 2 : 1
      let n = 0
      for (const number of at[i]) {
        if (number < 0) entries.forEach((_, all) => give(all, 0.1))
        else give(n += number >> 2, value[number & 3] * times)
      }
    }
    return worth
  }

  // find gives the numbers of the entries that have most of the words, the best first.
  const find = query => {
    const found = new Map()
    for (const word of new Set(fold(query).slice(0, 12))) {
      for (const [n, points] of score(word)) {
        const had = found.get(n) || { words: 0, points: 0 }
        found.set(n, { words: had.words + 1, points: had.points + points })
      }
    }
    const most = Math.max(0, ...[...found.values()].map(f => f.words))
    return [...found].filter(([, f]) => f.words === most)
      .sort(([a, f], [b, g]) => g.points - f.points || a - b).map(([n]) => n)
  }

  const element = (name, text, className) => {
    const e = document.createElement(name)
    e.textContent = text
    if (className) e.className = className
    return e
  }

  const result = ([title, href, body, summary, lang, draft]) => {
    const item = document.createElement('li'), link = element('a', title)
    link.setAttribute('href', href)
    item.append(link)
    if (lang) link.lang = lang
    if (draft) item.append(' ', element('strong', draft, 'tag draft'))
    if (body) item.append(' ', element('span', body, 'note'))
    if (summary) {
      const about = element('p', summary)
      if (lang) about.lang = lang
      item.append(about)
    }
    return item
  }

  const show = query => {
    const found = find(query)
    const sentence = found.length ? status.dataset.found : status.dataset.none
    status.textContent = sentence.replace(/\{(query|n)\}/g, (_, name) => name === 'n' ? found.length : query)
    document.title = query + ' – ' + document.title
    const next = () => {
      const first = results.children.length
      results.append(...found.slice(first, first + step).map(n => result(entries[n])))
      results.hidden = found.length === 0
      more.hidden = results.children.length === found.length
      return results.children[first]
    }
    next()
    more.addEventListener('click', () => next().querySelector('a').focus())
  }

  form.hidden = false
  const query = (new URLSearchParams(location.search).get('q') || '').trim().slice(0, 200)
  form.elements.q.value = query
  if (query) show(query)
  else form.elements.q.focus()
})()
