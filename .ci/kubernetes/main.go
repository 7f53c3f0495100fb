// Kubernetes holds a manifest to the types of Kubernetes itself: every key is one that
// it knows, and holds what it takes. It takes a file and says what is wrong in it. It is
// a module of its own, so that the program does not depend on those of Kubernetes.
//
// What Kubernetes asks beyond its types it does not know, except that the numbers of
// shards agree.
package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"sigs.k8s.io/yaml"
)

func main() {
	for _, file := range os.Args[1:] {
		text, err := os.ReadFile(file)
		if err == nil {
			err = check(text)
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", file, err)
			os.Exit(1)
		}
	}
}

func check(text []byte) error {
	jobs := 0
	for i, document := range bytes.Split(text, []byte("\n---\n")) {
		var of metav1.TypeMeta
		if err := yaml.Unmarshal(document, &of); err != nil {
			return fmt.Errorf("object %d: %w", i+1, err)
		}
		job := &batchv1.Job{}
		var object any
		switch of {
		case metav1.TypeMeta{APIVersion: "batch/v1", Kind: "Job"}:
			object = job
			jobs++
		case metav1.TypeMeta{APIVersion: "v1", Kind: "PersistentVolumeClaim"}:
			object = &corev1.PersistentVolumeClaim{}
		default:
			return fmt.Errorf("object %d is of an unknown kind: %v", i+1, of)
		}
		if err := yaml.UnmarshalStrict(document, object); err != nil {
			return fmt.Errorf("object %d: %w", i+1, err)
		}
		if err := agree(job); err != nil {
			return fmt.Errorf("object %d: %w", i+1, err)
		}
	}
	if jobs != 2 {
		return fmt.Errorf("%d jobs, and not one for the shards and one to merge them", jobs)
	}
	return nil
}

// agree holds the shards of a job to how many of them it runs, and the names of volumes
// to those that there are.
func agree(job *batchv1.Job) error {
	pod := job.Spec.Template.Spec
	there := map[string]bool{}
	for _, v := range pod.Volumes {
		there[v.Name] = true
	}
	for _, c := range pod.Containers {
		for _, m := range c.VolumeMounts {
			if !there[m.Name] {
				return fmt.Errorf("there is no volume %s", m.Name)
			}
		}
		for _, arg := range c.Args {
			if _, of, found := strings.Cut(arg, "--shard=$(SHARD)/"); found {
				indexed := job.Spec.CompletionMode != nil && *job.Spec.CompletionMode == batchv1.IndexedCompletion
				if !indexed || job.Spec.Completions == nil || fmt.Sprint(*job.Spec.Completions) != of {
					return fmt.Errorf("it does not run %s shards", of)
				}
			}
		}
	}
	return nil
}
