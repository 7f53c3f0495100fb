package rules

import "notices.example/notices"

// deniedButListed gives a finding for each thing that a notice lists and also
// denies. What it lists of the kind is told by found, with its place, and the
// finding that is made of it says where the denial stands.
func deniedButListed[T any](denial notices.Denial, all []T, found func(T) (notices.Finding, bool)) []notices.Finding {
	if !denial.None {
		return nil
	}
	var list []notices.Finding
	for _, one := range all {
		if f, is := found(one); is {
			f.Related = []notices.Related{{Pos: denial.Pos, Message: "denied here"}}
			list = append(list, f)
		}
	}
	return list
}
