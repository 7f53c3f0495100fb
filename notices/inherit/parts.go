package inherit

import (
	"slices"

	"notices.example/notices"
)

// include adds the shared blocks that the notice names to its own processing.
func (r *resolver) include(c *notices.Complete) {
	for _, inclusion := range c.Include {
		b := r.blocks[inclusion.Block.Value]
		if b == nil {
			continue
		}
		c.Included = append(c.Included, notices.IncludedBlock{Block: b, Because: inclusion.Because})
		c.Processing = joined(c.Processing, b.Processing)
	}
}

// joined is the processing of a notice together with that of a block. A list of
// the block comes after the notice's own; a "none" stands only while no list
// contradicts it.
func joined(own, block notices.Processing) notices.Processing {
	own.DataSubjects = slices.Concat(own.DataSubjects, block.DataSubjects)
	own.Children = joinedStated(own.Children, block.Children)
	own.Data = slices.Concat(own.Data, block.Data)
	own.NotCollected = slices.Concat(own.NotCollected, block.NotCollected)
	own.Sources = joinedStated(own.Sources, block.Sources)
	own.Purposes = slices.Concat(own.Purposes, block.Purposes)
	own.Recipients = joinedStated(own.Recipients, block.Recipients)
	own.NeverSharedFor = slices.Concat(own.NeverSharedFor, block.NeverSharedFor)
	own.Access = slices.Concat(own.Access, block.Access)
	own.Transfers = joinedStated(own.Transfers, block.Transfers)
	own.Retention = slices.Concat(own.Retention, block.Retention)
	own.AutomatedDecisions = joinedStated(own.AutomatedDecisions, block.AutomatedDecisions)
	own.Profiling = joinedStated(own.Profiling, block.Profiling)
	own.ArtificialIntelligence = joinedStated(own.ArtificialIntelligence, block.ArtificialIntelligence)
	own.Security = slices.Concat(own.Security, block.Security)
	return own
}

// joinedStated puts two statements together. What the notice says itself comes
// first and gives the place; a block that only says "none" adds nothing, since
// it speaks of itself and not of the whole notice.
func joinedStated[T any](own, other notices.Stated[T]) notices.Stated[T] {
	if len(other.Items) == 0 {
		return own
	}
	if len(own.Items) == 0 && !own.None {
		return other
	}
	own.Items = slices.Concat(own.Items, other.Items)
	return own
}

// inheritFrom gives the notice the parts of its corporate notice: rights and
// complaints wherever it has none of its own, other parts when it names them.
func (r *resolver) inheritFrom(c, corporate *notices.Complete) {
	if c.Rights == nil {
		c.Rights = corporate.Rights
	}
	c.Complaints = inheritedComplaints(c.Complaints, corporate.Complaints)
	for _, part := range notices.TermLists["part"] {
		if names(c.Inherits, part) {
			inheritPart(c, corporate.Processing, part, scopeOf(c.Processing))
		}
	}
}

func names(parts []notices.Term, part string) bool {
	return slices.ContainsFunc(parts, func(t notices.Term) bool { return t.Value == part })
}

// inheritedComplaints fills each of the two ways of complaining by itself.
func inheritedComplaints(own, corporate *notices.Complaints) *notices.Complaints {
	if own == nil || corporate == nil {
		if own == nil {
			return corporate
		}
		return own
	}
	both := *own
	if both.ToController == nil {
		both.ToController = corporate.ToController
	}
	if both.ToRegulator == nil {
		both.ToRegulator = corporate.ToRegulator
	}
	return &both
}

// inheritPart takes one named part over. Items that concern only data or
// purposes which this notice does not have stay behind.
func inheritPart(c *notices.Complete, from notices.Processing, part string, in scope) {
	switch part {
	case "data_subjects":
		c.DataSubjects = slices.Concat(c.DataSubjects, from.DataSubjects)
	case "sources":
		c.Sources = inheritedStated(c.Sources, from.Sources, in.source)
	case "recipients":
		c.Recipients = inheritedStated(c.Recipients, from.Recipients, in.recipient)
	case "transfers":
		c.Transfers = inheritedStated(c.Transfers, from.Transfers, in.transfer)
	case "retention":
		c.Retention = slices.Concat(c.Retention, kept(from.Retention, in.retention))
	case "automated_decisions":
		c.AutomatedDecisions = inheritedStated(c.AutomatedDecisions, from.AutomatedDecisions, in.decision)
	case "profiling":
		c.Profiling = inheritedStated(c.Profiling, from.Profiling, in.profiling)
	case "security":
		c.Security = slices.Concat(c.Security, from.Security)
	case "never_shared_for":
		c.NeverSharedFor = slices.Concat(c.NeverSharedFor, from.NeverSharedFor)
	}
}

// inheritedStated puts the corporate notice's statement behind the notice's own.
// The notice's own "none" stands; the corporate "none" holds where the notice is
// silent.
func inheritedStated[T any](own, from notices.Stated[T], keep func(T) (T, bool)) notices.Stated[T] {
	if own.None {
		return own
	}
	if !own.Said() {
		from.Items = kept(from.Items, keep)
		return from
	}
	own.Items = slices.Concat(own.Items, kept(from.Items, keep))
	return own
}

func kept[T any](items []T, keep func(T) (T, bool)) []T {
	var list []T
	for _, item := range items {
		if narrowed, ok := keep(item); ok {
			list = append(list, narrowed)
		}
	}
	return list
}
