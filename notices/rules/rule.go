// Package rules checks complete notices against the law in force for each of
// them, and says what it finds in words for people who are not lawyers.
//
// It takes a notices.Set and a day. It gives findings, sorted, with what the
// notices accept marked as accepted, and the matrix of which notice gives which
// item of information. It refuses nothing: a gap in a notice is a finding, and
// only an unknown jurisdiction is an error.
//
// A rule is a value. Its documentation carries a bad and a good example, which
// the tests run. Files go by item of information, because Articles 13 and 14
// share most items; All is the one list of the rules.
package rules

import (
	"slices"

	"notices.example/notices"
)

// Rule is one check with its documentation. It has one or more of the three checks,
// or none where its findings come of what only Run knows: the list of all rules, or
// the findings of the others. So it is with severity-fixed, severity-rule-unknown,
// and those on acceptances and the baseline whose comments say so.
//
// The findings a check returns need only say what is particular to them: Run
// fills in the rule, its severity, the notice, the provisions that apply and,
// where no better place is given, the first line of the notice.
type Rule struct {
	notices.RuleDoc
	Check     func(*Subject) []notices.Finding // for one notice
	CheckText func(*Text) []notices.Finding    // for what is written in one file
	CheckSite func(*Site) []notices.Finding    // for all content at once, at every run: only what hangs on all of it
}

// All gives every rule of this package, by item of information, then the rules
// on the notice and the site as a whole.
func All() []Rule {
	return slices.Concat([]Rule{
		controllerMissing, controllerNameMissing, controllerContactMissing, publicAuthorityNotSaid, jointArrangementMissing,
		representativeMissing,
		dpoMissing, dpoUnreachable,
		purposesMissing, purposeTextMissing, purposeDataMissing,
		purposeBasisMissing, basisNotInForce, basisInLawMissing, publicAuthorityInterests, recognisedInterestMissing, consentNotFree,
		legitimateInterestsMissing, legitimateInterestsUnused,
		dataCategoriesMissing, dataMissing, dataUnused,
		conditionMissing, conditionUnneeded, specialCategoryDenied, specialCategoryDoubtful,
		schedule1Missing, schedule1WrongPart, schedule1EqualityScope, policyDocumentMissing,
		offenceConditionMissing, offenceSchedule1Missing, offenceDenied,
		recipientsMissing, recipientNameMissing, recipientRoleMissing, recipientPurposeMissing,
		recipientsContradicted, holderNotRecipient, neverSharedContradicted, recipientVague,
		transfersMissing, transferCountryMissing, transferSafeguardMissing, transferSafeguardNotInForce, transferCopyMissing,
		transferAdequacyUnknown, transfersContradicted, transferNotListed,
		retentionMissing, retentionPeriodMissing, retentionDataMissing, retentionContradicted, retentionVague,
		rightsMissing, rightDenied, rightOverstated, rightUnderstated, rightReasonUnused, contactUnknown, contactRoleRepeated,
		consentWithdrawalMissing,
		complaintToControllerMissing, complaintToRegulatorMissing, regulatorElsewhere,
		provisionMissing, requiredByMissing, ifNotGivenMissing,
		sourceMissing, sourceNameMissing, sourcePublicMissing, sourceDataMissing,
		automatedDecisionsMissing, automatedDecisionIncomplete, automatedSafeguardsMissing, automatedDecisionsContradicted,
		profilingContradicted, profilingMissing, childrenNotTold,
		exemptionIncomplete, questionOpen, transitionEndMissing, transitionEnded,
		dateMissing, reviewOverdue, effectiveLater, updatedLater, noticeExpired, archiveNoticeGone,
		noticesMissing, nameMissing, glossaryTermRepeated, documentLinkMissing,
		serviceNoticeMissing, inclusionReasonMissing, registrationNumberForm, registrationNumberShared,
		noneContradicted,
		linkBroken, linkToDraft, templateTextLeft, starterValueLeft,
		acceptanceIncomplete, acceptanceByPerson, acceptanceExpired, acceptanceLong, acceptanceRuleUnknown, acceptanceUnused,
		baselineIncomplete, baselineExpired, baselineLong, baselineRuleUnknown, baselineUnused,
		severityFixed, severityRuleUnknown, severityIncomplete,
	}, dependencyRules(), acrossRules(), ledgerRules(), lawEnforcementRules(), wordingRules(), proseRules())
}
