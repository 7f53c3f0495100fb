package cms_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"notices.example/notices/cms"
	"notices.example/site/browsertest"
)

// handshake is the page with which a server that completes signing in to GitHub ends: it
// says to the page that opened it which system it is for, waits to be answered, and hands
// over what GitHub gave it.
const handshake = `<!doctype html><title>Sign in</title><script>
addEventListener('message', e => opener.postMessage('authorization:github:success:{"token":"t0ken","provider":"github"}', e.origin))
opener.postMessage('authorizing:github', '*')
</script>`

// github stands for GitHub and for the server that completes signing in to it. What is asked
// with the token comes through the channel.
func github(t *testing.T) (address string, asked chan string) {
	t.Helper()
	asked = make(chan string, 100)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Access-Control-Allow-Headers", "*, Authorization")
		switch {
		case r.Method == http.MethodOptions:
		case r.URL.Path == "/cms/begin":
			asked <- "sign in to " + r.FormValue("provider") + " for " + r.FormValue("scope")
			w.Header().Set("Content-Type", "text/html")
			_, _ = fmt.Fprint(w, handshake)
		case strings.HasSuffix(r.URL.Path, "/user"): // one of the two puts v3 before it
			asked <- "user with " + r.Header.Get("Authorization")
			_, _ = fmt.Fprint(w, `{"login": "editor", "name": "An editor", "id": 1}`)
		case strings.HasSuffix(r.URL.Path, "/repos/anytown/privacy-notices"):
			asked <- "repository with " + r.Header.Get("Authorization")
			_, _ = fmt.Fprint(w, `{"permissions": {"push": true}, "default_branch": "main"}`)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL, asked
}

// The settings that the guide tells a web team to add lead to its server, and what that
// hands over is what GitHub is asked with.
func TestPeopleSignInInABrowser(t *testing.T) {
	t.Parallel()
	for kind, c := range map[string]struct {
		program, button string
		want            []string
	}{
		"decap":   {"decap-cms.js", "Login with GitHub", []string{"sign in to github for repo", "user with token t0ken", "repository with token t0ken"}},
		"sveltia": {"sveltia-cms.js", "Sign In with", []string{"sign in to github for repo,user", "user with token t0ken"}},
	} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			address, asked := github(t)
			set := "backend:\n  name: github\n  repo: anytown/privacy-notices\n  branch: main\n" +
				"  base_url: " + address + "\n  auth_endpoint: cms/begin\n  api_root: " + address + "/api\n"
			page := serveConfigured(t, cms.Site{Languages: []string{"en"}}, kind, c.program, "", set)
			p := browsertest.Open(t).Visit(t, page, browsertest.Wide)
			button := `[...document.querySelectorAll('button,[role=button]')].find(b => b.innerText.trim().startsWith(` + strconv.Quote(c.button) + `))`
			p.AwaitThat(button)
			p.Script(button + `.click()`)
			for _, want := range c.want {
				awaitAsked(t, asked, want)
			}
		})
	}
}

// awaitAsked waits until something is asked; what is asked before that is passed over.
func awaitAsked(t *testing.T, asked chan string, want string) {
	t.Helper()
	var others []string
	deadline := time.After(30 * time.Second)
	for {
		select {
		case got := <-asked:
			if got == want {
				return
			}
			others = append(others, got)
		case <-deadline:
			t.Fatalf("nobody asked “%s”, but %q", want, others)
		}
	}
}
