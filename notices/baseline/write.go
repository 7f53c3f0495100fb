package baseline

import (
	"fmt"
	"io"

	"go.yaml.in/yaml/v4"

	"notices.example/notices"
)

const header = `# The gaps that the notices had when they were first checked. They are accepted
# until the day below, and count again after it. The file may only shrink:
# “notices baseline” takes out what has been put right, and adds nothing.
`

// Write writes a baseline as its file has it: one gap a line, so that a change is
// easy to review.
func Write(w io.Writer, b *notices.Baseline) error {
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for _, g := range b.Gaps {
		gap := mapping(yaml.FlowStyle,
			pair{"notice", g.Notice.Value}, pair{"rule", g.Rule.Value}, pair{"file", g.File.Value},
			pair{"field", g.Field.Value}, pair{"about", g.About.Value}, pair{"times", g.Times.Value})
		list.Content = append(list.Content, gap)
	}
	whole := mapping(0, pair{"reason", b.Reason.Value}, pair{"by", b.By.Value}, pair{"until", b.Until.String()})
	whole.Content = append(whole.Content, scalar("gaps"), list)
	if _, err := io.WriteString(w, header); err != nil {
		return fmt.Errorf("write the baseline: %w", err)
	}
	text, err := yaml.Dump(whole, yaml.WithIndent(2), yaml.WithCompactSeqIndent(false), yaml.WithLineWidth(-1), yaml.WithUnicode(true))
	if err != nil {
		return fmt.Errorf("write the baseline: %w", err)
	}
	if _, err := w.Write(text); err != nil {
		return fmt.Errorf("write the baseline: %w", err)
	}
	return nil
}

// pair is a name and its value; one without a value is left out.
type pair struct{ name, value string }

func mapping(style yaml.Style, pairs ...pair) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Style: style}
	for _, p := range pairs {
		if p.value != "" {
			n.Content = append(n.Content, scalar(p.name), scalar(p.value))
		}
	}
	return n
}

// scalar is a value that stands plainly where it can be read back as it is.
func scalar(value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: value}
}
