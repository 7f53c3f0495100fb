package notices

import "slices"

// Same reports whether two findings say the same, in the same place.
func (f *Finding) Same(g *Finding) bool {
	return f.Rule == g.Rule && f.Severity == g.Severity && f.Pos == g.Pos && f.Message == g.Message && f.Fix == g.Fix &&
		f.Notice == g.Notice && f.About == g.About && f.Field == g.Field && f.Section == g.Section &&
		f.Baseline == g.Baseline && f.Draft == g.Draft && f.Ended == g.Ended &&
		slices.Equal(f.Provisions, g.Provisions) && slices.Equal(f.Related, g.Related) && sameAcceptance(f.Accepted, g.Accepted)
}

func sameAcceptance(a, b *Acceptance) bool { return a == b || a != nil && b != nil && *a == *b }
