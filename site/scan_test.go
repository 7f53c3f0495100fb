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
		`<noscript><p>Words: https://x.example</p></noscript>`,
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
