package site

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The tests start themselves as another program, which can be killed. What it is to
// do stands in its environment.
const (
	childTask   = "NOTICES_TEST_CHILD"
	childFolder = "NOTICES_TEST_FOLDER"
)

// child starts another program that does a task to a folder.
func child(t *testing.T, task, folder string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestTheChild$")
	cmd.Env = append(os.Environ(), childTask+"="+task, childFolder+"="+folder)
	return cmd
}

// TestTheChild is not a test but the other program.
func TestTheChild(t *testing.T) {
	folder := os.Getenv(childFolder)
	switch os.Getenv(childTask) {
	case "":
		return // only the tests below start it
	case "publish two sites by turns", "publish two sites by turns in place":
		inPlace := strings.HasSuffix(os.Getenv(childTask), "in place")
		for i := 0; ; i++ {
			if _, err := Publish(t.Context(), turn(i), Target{Dir: folder, InPlace: inPlace}); err != nil {
				t.Fatal(err)
			}
		}
	case "hold the lock":
		p, err := openPlace(Target{Dir: folder})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.lock(t.Context()); err != nil {
			t.Fatal(err)
		}
		fmt.Println("locked")
		time.Sleep(time.Hour) // until it is killed
	case "publish once":
		_, err := Publish(t.Context(), turn(0), Target{Dir: folder})
		if err != nil {
			fmt.Print(err)
			os.Exit(3)
		}
	}
}

// turn gives one of two sites that differ in all that sites differ in.
func turn(i int) *Output {
	o := siteOf("index.html", strings.Repeat(strconv.Itoa(i%2), 20_000), "same.html", "same", "n/deep/same.html", "same")
	for n := range 20 {
		o.Files = append(o.Files, File{Path: fmt.Sprintf("n/%d/page-%d.html", n%(3+i%2), n), Content: []byte(strings.Repeat(fmt.Sprint(n, i%2, " "), 500))})
	}
	return o
}

// kills is how many times a run is killed: 200 with NOTICES_KILLS=200.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("NOTICES_KILLS")); err == nil {
		return n
	}
	return 20
}

// A run that is killed at any moment leaves the one site or the other, and the next
// one a site as if nothing had happened.
func TestARunCanBeKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	sites := []map[string]string{clean(t, turn(0)), clean(t, turn(1))}
	for _, task := range []string{"publish two sites by turns", "publish two sites by turns in place"} {
		t.Run(task, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			mustWrite(t, turn(1), dir)
			seen := map[int]int{}
			for n := range kills() {
				kill(t, child(t, task, dir), time.Duration(rand.IntN(8_000))*time.Microsecond)
				seen[which(t, dir, sites, n, strings.HasSuffix(task, "in place"))]++
				mustWrite(t, turn(n), dir)
				if diff := cmp.Diff(sites[n%2], everything(t, dir)); diff != "" {
					t.Fatalf("after kill %d (-clean +got):\n%s", n, diff)
				}
				onlyThat(t, dir)
			}
			t.Logf("left were: the first site, the second, neither: %v", seen)
		})
	}
}

// kill ends a program some time after it has begun to publish.
func kill(t *testing.T, cmd *exec.Cmd, after time.Duration) {
	t.Helper()
	before := lastTouched(cmd)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(20 * time.Second); lastTouched(cmd).Equal(before); time.Sleep(200 * time.Microsecond) {
		if time.Now().After(deadline) {
			t.Error("it never began")
			break
		}
	}
	time.Sleep(after)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
}

// lastTouched gives when something was last made beside the folder, or in it.
func lastTouched(cmd *exec.Cmd) (last time.Time) {
	folder := cmd.Env[len(cmd.Env)-1][len(childFolder)+1:]
	for _, dir := range []string{folder, filepath.Dir(folder)} {
		if info, err := os.Stat(dir); err == nil && info.ModTime().After(last) {
			last = info.ModTime()
		}
	}
	return last
}

// which says which site is there. In place it can be both in part, each page whole.
func which(t *testing.T, dir string, sites []map[string]string, n int, inPlace bool) int {
	t.Helper()
	got := everything(t, dir)
	for i, s := range sites {
		if cmp.Equal(s, got) {
			return i
		}
	}
	if !inPlace {
		t.Fatalf("after kill %d there is neither the one site nor the other", n)
	}
	for name, content := range got {
		if !strings.HasPrefix(name, ".notices-") && content != sites[0][name] && content != sites[1][name] {
			t.Errorf("after kill %d half of %s is there", n, name)
		}
	}
	return len(sites)
}

func TestASecondRunWaitsForTheFirst(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, turn(1), dir)
	cmd := child(t, "hold the lock", dir)
	out, err := cmd.StdoutPipe()
	if err := errors.Join(err, cmd.Start()); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, len("locked"))); err != nil {
		t.Fatal(err)
	}
	_, err = Publish(t.Context(), turn(0), Target{Dir: dir, Wait: 50 * time.Millisecond})
	if want := fmt.Sprintf("another notices build is writing to this folder (process %d)", cmd.Process.Pid); !errors.Is(err, ErrBusy) || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if diff := cmp.Diff(clean(t, turn(1)), everything(t, dir)); diff != "" {
		t.Errorf("something was changed (-want +got):\n%s", diff)
	}
	time.AfterFunc(50*time.Millisecond, func() { _ = cmd.Process.Kill() })
	if _, err := Publish(t.Context(), turn(0), Target{Dir: dir, Wait: 20 * time.Second}); err != nil {
		t.Errorf("after the first run was killed: %v", err)
	}
	_ = cmd.Wait()
	onlyThat(t, dir)
}

func TestManyRunsAtOnceLeaveTheSiteOfOne(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "new", "public")
	results := make(chan error)
	for i := range 8 {
		go func() {
			_, err := Publish(t.Context(), turn(i), Target{Dir: dir, Wait: 20 * time.Second, InPlace: i%3 == 0})
			results <- err
		}()
	}
	for range 8 {
		if err := <-results; err != nil {
			t.Error(err)
		}
	}
	if got := everything(t, dir); !cmp.Equal(got, clean(t, turn(0))) && !cmp.Equal(got, clean(t, turn(1))) {
		t.Error("there is neither the one site nor the other")
	}
	onlyThat(t, dir)
}
