package inherit

import "notices.example/notices"

// scope is the data items, purposes and recipients a notice has, by ID. An inherited item is
// narrowed to them: the council's rule for call recordings comes along for a
// notice that has call recordings, and stays behind for one that has not.
type scope struct {
	data       map[string]bool
	purposes   map[string]bool
	recipients map[string]bool
}

func scopeOf(p notices.Processing) scope {
	s := scope{data: map[string]bool{}, purposes: map[string]bool{}, recipients: map[string]bool{}}
	for _, d := range p.Data {
		s.data[d.ID.Value] = true
	}
	for _, purpose := range p.Purposes {
		s.purposes[purpose.ID.Value] = true
	}
	for _, recipient := range p.Recipients.Items {
		s.recipients[recipient.Ref()] = true
	}
	return s
}

// narrow keeps the references that this notice has. It reports false when there
// were some and none is left.
func narrow(refs *[]notices.Ref, has map[string]bool) bool {
	if len(*refs) == 0 {
		return true
	}
	var left []notices.Ref
	for _, r := range *refs {
		if has[r.Value] {
			left = append(left, r)
		}
	}
	*refs = left
	return len(left) > 0
}

func (s scope) source(v notices.Source) (notices.Source, bool) {
	ok := narrow(&v.Data, s.data)
	return v, ok
}

func (s scope) recipient(v notices.Recipient) (notices.Recipient, bool) {
	data, purposes := narrow(&v.Data, s.data), narrow(&v.Purposes, s.purposes)
	return v, data && purposes
}

func (s scope) transfer(v notices.Transfer) (notices.Transfer, bool) {
	ok := narrow(&v.Data, s.data)
	return v, ok && (!v.Recipient.Said() || s.recipients[v.Recipient.Value])
}

func (s scope) retention(v notices.Retention) (notices.Retention, bool) {
	data, purposes := narrow(&v.Data, s.data), narrow(&v.Purposes, s.purposes)
	return v, data && purposes
}

func (s scope) decision(v notices.AutomatedDecision) (notices.AutomatedDecision, bool) {
	data, purposes := narrow(&v.Data, s.data), narrow(&v.Purposes, s.purposes)
	return v, data && purposes
}

func (s scope) profiling(v notices.Profiling) (notices.Profiling, bool) {
	data, purposes := narrow(&v.Data, s.data), narrow(&v.Purposes, s.purposes)
	return v, data && purposes
}
