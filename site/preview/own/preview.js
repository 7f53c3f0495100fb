// What keeps a page in the preview up to date. It listens for the digest of the
// page that is shown. When that is another one, it fetches the page and changes
// only what differs, so that the place, the focus and what is unfolded stay.
(() => {
  'use strict'
  const here = () => location.pathname + location.search
  let digest = document.currentScript.dataset.digest
  let source = null // of events, while the page can be seen
  let lost = 0      // the timer that says that the preview has stopped
  let busy = false
  let again = false // something changed while it was busy

  // say tells what happened, aloud where the page is read aloud.
  function say(words, visible) {
    const status = document.getElementById('np-status')
    if (!status) return
    status.classList.toggle('np-lost', visible)
    status.textContent = ''
    setTimeout(() => { status.textContent = words }, 50)
  }

  function listen() {
    if (source || document.hidden) return // browsers open few connections to one place
    const mine = source = new EventSource('/__notices/events?page=' + encodeURIComponent(here()))
    mine.addEventListener('page', e => {
      found()
      if (JSON.parse(e.data).digest !== digest) update()
    })
    mine.addEventListener('go', e => {
      const to = JSON.parse(e.data).to
      if (to !== location.pathname && !location.pathname.startsWith('/__notices/rules/')) location.assign(to)
    })
    mine.addEventListener('error', () => {
      if (!lost) lost = setTimeout(() => say('The preview has stopped. Start notices serve again, and this page goes on by itself.', true), 3000)
      if (mine.readyState !== EventSource.CLOSED) return // it tries again by itself
      stop()
      setTimeout(listen, 5000)
    })
  }

  function stop() {
    if (source) source.close()
    source = null
  }

  // found takes back that the preview has stopped.
  function found() {
    clearTimeout(lost)
    lost = 0
    const status = document.getElementById('np-status')
    if (status && status.classList.contains('np-lost')) say('', false)
  }

  async function update() {
    if (busy) { again = true; return }
    busy = true
    try {
      do {
        again = false
        await renew()
      } while (again)
    } catch {
      // the preview has just stopped: it tells what is new when it is back
    } finally {
      busy = false
    }
  }

  // renew makes this page what its address has now.
  async function renew() {
    const response = await fetch(here(), {cache: 'no-store'})
    const next = new DOMParser().parseFromString(await response.text(), 'text/html')
    const own = next.querySelector('script[data-digest]')
    if (response.redirected || !own || scripted(next) || scripted(document)) return reload()
    const after = await styles(next)
    attributes(document.documentElement, next.documentElement)
    document.title = next.title
    morph(document.body, next.body)
    after()
    digest = own.dataset.digest
    const said = document.querySelector('.np-said')
    say('This page has changed. ' + (said ? said.textContent : document.title), false)
  }

  // scripted reports whether a page has a script of its own, which would not
  // know of changes made below it.
  const scripted = page => page.querySelector('script[src]:not([data-digest])') !== null

  // reload loads the page again, but not while somebody is typing.
  function reload() {
    const typing = document.activeElement
    if (typing && typing.matches('input, textarea')) typing.addEventListener('blur', () => location.reload(), {once: true})
    else location.reload()
  }

  // styles waits for the style sheets that are new, so that nothing is ever shown
  // without them, and gives what takes the old ones away.
  async function styles(next) {
    const sheets = page => [...page.querySelectorAll('link[rel=stylesheet]')]
    const address = sheet => new URL(sheet.getAttribute('href'), location.href).href
    const old = sheets(document)
    const wanted = sheets(next).map(address)
    const last = old.find(sheet => sheet.getAttribute('href') === '/__notices/preview.css')
    await Promise.all(wanted.filter(a => !old.some(sheet => address(sheet) === a)).map(a => new Promise(ready => {
      const sheet = document.createElement('link')
      sheet.rel = 'stylesheet'
      sheet.href = a
      sheet.onload = sheet.onerror = ready
      document.head.insertBefore(sheet, last || null)
    })))
    return () => old.filter(sheet => !wanted.includes(address(sheet))).forEach(sheet => sheet.remove())
  }

  // morph makes a node like another one, and keeps all of it that is the same.
  function morph(old, next) {
    if (old.id === 'np-status' || old.isEqualNode(next)) return
    if (old.nodeName !== next.nodeName || old.id !== next.id) { old.replaceWith(document.importNode(next, true)); return }
    if (old.nodeType !== Node.ELEMENT_NODE) { old.nodeValue = next.nodeValue; return }
    attributes(old, next)
    children(old, next)
  }

  function attributes(old, next) {
    for (const {name} of [...old.attributes]) {
      if (!next.hasAttribute(name) && !(name === 'open' && old.localName === 'details')) old.removeAttribute(name)
    }
    for (const {name, value} of next.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value)
    }
  }

  function children(old, next) {
    const near = 40 // how far ahead something is looked for that was moved
    const wanted = [...next.childNodes]
    let at = old.firstChild
    wanted.forEach((node, i) => {
      const ahead = sibling(at, near, other => alike(other, node))
      if (ahead) {
        while (at !== ahead) at = drop(at)
        at = at.nextSibling
        morph(ahead, node)
      } else if (!at || wanted.slice(i + 1, i + near).some(later => alike(at, later))) {
        old.insertBefore(document.importNode(node, true), at)
      } else {
        const changed = at
        at = at.nextSibling
        morph(changed, node)
      }
    })
    while (at) at = drop(at)
  }

  // alike reports whether a node is the other one: the same, or of the same name
  // and id. Details that were unfolded are the same.
  const alike = (a, b) => a.isEqualNode(b) || (a.id && a.id === b.id && a.nodeName === b.nodeName)

  function sibling(from, near, fits) {
    for (let node = from, n = 0; node && n < near; node = node.nextSibling, n++) if (fits(node)) return node
    return null
  }

  function drop(node) {
    const next = node.nextSibling
    node.remove()
    return next
  }

  // The panel stays as it was left, from page to page, for as long as the tab is open.
  const panel = () => document.querySelector('#np-panel > details')
  const left = 'notices preview: the panel is unfolded'

  function keep(e) {
    if (e.target !== panel()) return
    try { e.target.open ? sessionStorage.setItem(left, 'yes') : sessionStorage.removeItem(left) } catch { /* nothing may be kept here */ }
  }

  function unfold() {
    try { if (panel() && sessionStorage.getItem(left)) panel().open = true } catch { /* likewise */ }
  }

  // reveal unfolds what a link leads to, where the browser does not.
  function reveal() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const folded = target && target.closest('details')
    if (!folded) return
    folded.open = true
    target.scrollIntoView()
  }

  addEventListener('visibilitychange', () => document.hidden ? stop() : listen())
  addEventListener('pagehide', stop)
  addEventListener('pageshow', listen)
  addEventListener('hashchange', reveal)
  document.addEventListener('toggle', keep, true)
  unfold()
  reveal()
  listen()
})()
