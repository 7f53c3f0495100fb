package rules

// lawEnforcementRules are the rules on law enforcement, which in the UK Part 3 of
// the Data Protection Act 2018 governs instead of the UK GDPR.
func lawEnforcementRules() []Rule {
	return []Rule{
		lawEnforcementDenied, lawEnforcementGroundMissing, lawEnforcementBasisWrong, lawEnforcementFunctionMissing, lawEnforcementMisplaced,
		sensitiveProcessingConditionMissing, sensitiveProcessingPolicyDocumentMissing,
		rightNotInPart3, competentAuthorityUnlisted,
	}
}
