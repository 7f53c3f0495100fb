package rules

import "notices.example/notices"

var inclusionReasonMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "inclusion-reason-missing", Title: "Not said why a shared part applies", Severity: notices.Advice,
		Provisions: []string{"12(1)"}, Section: notices.AboutSection,
		Why: "Shared parts, such as the one on cameras, creep into notices they have nothing to do with. A reason shows that somebody has thought about it.",
		Bad: "include: [cctv]\n-- content/shared/cctv.yaml --\ntitle: Cameras\nsecurity: [Only trained staff can see recordings.]\n",
		Good: "include:\n  - block: cctv\n    because: There are cameras at the gates of the sites.\n" +
			"-- content/shared/cctv.yaml --\ntitle: Cameras\nsecurity: [Only trained staff can see recordings.]\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, in := range s.Notice.Include {
			if in.Block.Said() && !in.Because.Said() {
				list = append(list, notices.Finding{
					Pos: firstPos(in.Block.Pos, in.Pos), About: in.Block.Value,
					Message: "The notice does not say why the shared part " + quote(in.Block.Value) + " applies to it.",
					Fix:     "Say why, or take it out:\n\ninclude:\n  - block: " + in.Block.Value + "\n    because: …",
				})
			}
		}
		return list
	},
}
