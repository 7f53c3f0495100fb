package site

import "testing"

func TestPagesThatRunCodeOrLoadThingsAreUnsafe(t *testing.T) {
	t.Parallel()
	for _, page := range []string{
		`<script>x</script>`, `<p onclick="x">`, `<p style="color:red">`, `<svg></svg>`, `<base href="/">`, `<frameset><frame src="a"></frameset>`,
		`<img src="https://x.example/a.png">`, `<img src="//x.example/a.png">`, `<img src="/\x.example/a.png">`, `<img src="\\x.example/a.png">`,
		"<img src=\"/\t/x.example/a.png\">", "<img src=\" \n//x.example\">", `<img src="///x.example/a.png">`, `<img src="HTTPS:x.example">`,
		`<img src="data:image/png;base64,xx">`, `<img srcset="a.png 1x, https://x.example/b.png 2x">`, `<img srcset="//x.example/b.png">`,
		`<video poster="https://x.example/a.png">`, `<body background="https://x.example/a.png">`, `<a ping="https://x.example" href="a.html">a</a>`,
		`<button formaction="https://x.example">a</button>`, `<img lowsrc="https://x.example/a.png">`, `<p newattribute="https://x.example">`,
		`<link href="https://x.example/a.css" rel="stylesheet">`, `<link href="https://x.example/a.css" rel="alternate stylesheet">`,
		`<link href="//x.example" rel="preconnect">`, `<link href="https://x.example">`, `<link rel=preload imagesrcset="https://x.example/a.png">`,
		`<link rel="canonical" href="javascript:alert(1)">`,
		`<a href="javascript:alert(1)">a</a>`, `<a href=" JavaScript:alert(1)">a</a>`, "<a href=\"java\tscript:alert(1)\">a</a>",
		`<a href="java&#10;script&colon;alert(1)">a</a>`, "<a href=\"\x01javascript:alert(1)\">a</a>", `<a href="vbscript:x">a</a>`, `<a href="data:text/html,x">a</a>`,
		`<a href="file:///etc/passwd">a</a>`, `<area href="javascript:x">`,
		`<meta http-equiv="refresh" content="0; url=https://x.example">`, `<meta http-equiv="Refresh" content="0;URL='//x.example'">`,
		`<meta http-equiv="refresh" content="0, https://x.example">`, `<meta content="0 https://x.example" http-equiv=" refresh ">`,
		`<meta http-equiv="refresh" content="0;url=javascript:alert(1)">`,
		`<noscript><img src="https://x.example/a.png"></noscript>`, `<noscript><p title="</noscript><img src=https://x.example/a.png>"></noscript>`,
		`<template><img src="https://x.example/a.png"></template>`, `<a href="#ZgotmplZ">a</a>`,
		`<link rel="dns-prefetch" href="//x.example">`, `<link rel="prefetch" href="https://x.example/a">`, `<link rel="preload" as="font" href="https://x.example/a.woff2" crossorigin>`,
		`<link rel="modulepreload" href="https://x.example/a.js">`, `<link rel="icon" href="//x.example/a.ico">`, `<link rel="manifest" href="https://x.example/a.webmanifest">`,
		`<link rel="apple-touch-icon" href="https://x.example/a.png">`, `<link rel="search" href="https://x.example/a.xml">`, `<link rel="canonical prefetch" href="https://x.example/a">`,
		`<link rel="pingback" href="https://x.example/a">`, `<link rel="alternate" rel="stylesheet" href="data:text/css,a{}">`, "<link rel=\"license\fstylesheet\" href=\"https://x.example\">",
		`<picture><source srcset="a.png, https://x.example/b.png 2x"><img src="a.png"></picture>`, `<video><source src="//x.example/a.mp4"></video>`,
		`<video><track src="https://x.example/a.vtt"></video>`, `<audio src="https://x.example/a.mp3"></audio>`, `<input type="image" src="https://x.example/a.png">`,
		`<embed src="https://x.example">`, `<object data="https://x.example"></object>`, `<iframe srcdoc="<p>"></iframe>`, `<table background="//x.example/a.png">`,
		`<html manifest="https://x.example/a">`, `<body onload=x>`, `<details ontoggle="x" open>`, `<p/onclick=x>`, `<math href="https://x.example">a</math>`,
		`<svg><image href="https://x.example/a.png"/></svg>`, `<svg><use xlink:href="https://x.example/a.svg#b"/></svg>`, `<svg><style>@import "https://x.example"</style></svg>`,
		`<svg><a href="javascript:x"><text>a</text></a></svg>`, `<svg><foreignObject><img src="https://x.example/a.png"></foreignObject></svg>`,
		`<svg><rect fill="url(https://x.example/a.svg#b)"/></svg>`, `<svg><set attributeName="href" to="https://x.example"/></svg>`,
		`<select><img src="https://x.example/a.png"></select>`, `<select><option><link rel=stylesheet href=//x.example></option></select>`,
		`<a ping="/count" href="a.html">a</a>`, `<a attributionsrc href="https://x.example">a</a>`, `<img attributionsrc="" src="a.png">`, `<img browsingtopics src="a.png">`,
		`<a referrerpolicy="unsafe-url" href="https://x.example">a</a>`, `<meta name="referrer" content="unsafe-url">`, `<meta name=" Referrer " content="">`,
		`<div><template shadowrootmode="open"><p>x</p></template></div>`, `<xmp></xmp><img src=//x.example/a.png>`, `<textarea></textarea><img src=//x.example/a.png>`,
		`<!--><img src=//x.example/a.png>-->`, `<!--a--!><img src=//x.example/a.png>-->`, `<title><!--</title><img src=//x.example/a.png>--></title>`, `<p title='"'><img src=//x.example/a.png alt='">'>`,
		`<meta charset="iso-2022-jp">`, `<meta http-equiv="Content-Type" content="text/html; charset=utf-7">`, `<meta http-equiv="Content-Type" content="text/html">`,
		`<meta http-equiv="set-cookie" content="a=b">`, `<meta http-equiv="x-dns-prefetch-control" content="on">`, `<meta http-equiv="accept-ch" content="dpr">`,
		`<meta http-equiv="origin-trial" content="x">`, `<meta name="msapplication-config" content="https://x.example/a.xml">`, `<meta name="apple-itunes-app" content="app-id=1">`,
		"<p>\xff</p>", `<img src="&#x2f;/x.example/a.png">`, `<img src="/&Tab;/x.example/a.png">`, `<IMG SRC=https:&#47;/x.example>`,
	} {
		if len(Unsafe([]byte("<!doctype html><title>x</title>"+page))) == 0 {
			t.Errorf("not refused: %s", page)
		}
	}
}

func TestPagesThatOnlyLinkAreSafe(t *testing.T) {
	t.Parallel()
	for _, page := range []string{
		`<img src="../assets/a.png" alt="https://x.example: a site" srcset="a.png 1x, b.png 2x">`, `<a href="https://x.example/a?b=c:d">a</a>`,
		`<a href="mailto:a@x.example">a</a>`, `<a href="TEL:+441632960100">a</a>`, `<a href="#a:b">a</a>`, `<a href="a.html?x=javascript:y">a</a>`,
		`<link rel="canonical" href="https://x.example/a">`, `<link rel="license" href="https://x.example/a">`, `<link rel="stylesheet" href="/notices/a.css">`,
		`<meta http-equiv="refresh" content="0; url=../index.html">`, `<meta http-equiv="refresh" content="5">`,
		`<p title="Who: us" data-label="When: now" aria-label="javascript: no" lang="cy">`, `<time datetime="2026-01-01T10:00:00Z">now</time>`,
		`<noscript><p>Words: https://x.example</p></noscript>`, `<meta charset="UTF-8"><meta http-equiv="content-type" content="text/html; charset=utf-8">`,
		`<meta name="referrer" content="no-referrer"><meta property="og:url" content="https://x.example/">`, `<a rel="noopener noreferrer" referrerpolicy="no-referrer" target="_blank" href="https://x.example">a</a>`,
	} {
		if problems := Unsafe([]byte("<!doctype html><title>x</title>" + page)); problems != nil {
			t.Errorf("%s: %v", page, problems)
		}
	}
}

func TestOnlyARedirectSendsReadersOn(t *testing.T) {
	t.Parallel()
	page := []byte(`<meta http-equiv="refresh" content="0; url=https://www.wendle.example/%C5%B5">`)
	if problems := Unsafe(page, "https://www.wendle.example/ŵ"); problems != nil {
		t.Errorf("the redirect's own address: %v", problems)
	}
	if Unsafe(page, "../index.html") == nil || Unsafe(page, "https://x.example") == nil {
		t.Error("a redirect that leads to another place than it should is let through")
	}
}

func TestStylesThatLoadThingsAreUnsafe(t *testing.T) {
	t.Parallel()
	for _, style := range []string{
		`@import "a.css";`, `@IMPORT url(a.css);`, `@\69mport "a.css";`, `a{b:url(https://x.example/a.png)}`, `a{b:url( "//x.example/a.png" )}`,
		`a{b:URL('//x.example')}`, `a{b:u\72l(//x.example)}`, `a{b:url(\2f\2fx.example)}`, `a{b:image-set("https://x.example/a.png" 1x)}`,
		`a{b:image-set('//x.example/a.png' 1x)}`, `a{b:src("https://x.example")}`, `/*!'*/a{b:image-set('//x.example')}`, `/*!"*/a{b:url(//x.example/"*/)}`,
		`a{b:url(data:image/png,x)}`, `a{b:url(https://x.example`, `a{b:url("https://x.example`, "a{b:'\n;b:url(//x.example)}",
		"a{b:url(\"/\t/x.example/a.png\")}", "a{b:image-set('/\t/x.example/a.png' 1x)}", `@font-face{src:local("a"),url("https://x.example/a.woff2")}`, `a{cursor:url(//x.example/a.cur),auto}`,
		`@import/**/"a.css";`, `@import url("a.css") layer(a);`, `a{behavior:url(https://x.example/a.htc)}`, `@namespace a "https://x.example";`, `a{filter:url(//x.example/a.svg#b)}`,
		`a{b:cross-fade(url(a.png),url(https://x.example/a.png))}`, `a{--b:url(https://x.example/a.png);b:var(--b)}`, `a{b:url(ｈttps://x.example)}`, `@document url(https://x.example){a{b:c}}`,
	} {
		if unsafeStyle([]byte(style)) == nil {
			t.Errorf("not refused: %s", style)
		}
	}
	for _, style := range []string{
		`a:hover{color:red}`, `@media (min-width:40em){a{b:c}}`, `a{b:url(../assets/a.png)}`, `a{content:"—"}`, `/*! see https://x.example, don't import */a{b:c}`,
		`a[href^="http"]::after{content:" (" attr(href) ")"}`,
	} {
		if problems := unsafeStyle([]byte(style)); problems != nil {
			t.Errorf("%s: %v", style, problems)
		}
	}
}

// The policy that a page holds is the built-in one, or a narrower one.
func TestAPageWithoutAPolicyIsUnsafe(t *testing.T) {
	t.Parallel()
	page := func(policy string) File {
		return File{Path: "a.html", Content: []byte(`<!doctype html><html><head><title>x</title>` + policy + `</head><body><p>a</p></body></html>`)}
	}
	for _, policy := range []string{
		"", `<meta http-equiv="Content-Security-Policy" content="">`, `<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`,
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src *">`, `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' 'unsafe-inline'">`,
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src https://x.example">`, `<meta http-equiv="Content-Security-Policy" content="img-src 'self'">`,
		`<meta http-equiv="Content-Security-Policy-Report-Only" content="default-src 'none'">`, `</head><body><meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
	} {
		if UnsafePage(page(policy)) == nil {
			t.Errorf("not refused: %s", policy)
		}
	}
	for _, policy := range []string{
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
		`<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'self'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none';">`,
	} {
		if problems := UnsafePage(page(policy)); problems != nil {
			t.Errorf("%s: %v", policy, problems)
		}
	}
}
