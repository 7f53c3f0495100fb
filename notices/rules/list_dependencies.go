package rules

// dependencyRules are on what depends on what within one notice: a right on a
// lawful basis, a safeguard on a country, a contact on a role.
func dependencyRules() []Rule {
	return []Rule{
		representativeUnreachable, jointControllerUnreachable, contactUnreachable,
		basisUnlikely, basisInLawVague,
		specialCategoryUnmarked, conditionUnlikely, freeTextSpecialCategory, offenceUnmarked,
		explicitConsentHow, optionalDataWithdrawal, withdrawalUnneeded, childConsentMissing, optOutMethodMissing,
		jointRecipientArrangementMissing, subProcessorForMissing, processorAgreementWrong, processorUndisclosed,
		socialMediaUnnamed, recipientRequiredByMissing, roleWordMisused, cookiesUnnamed,
		transferDerogationBarred, transferRisksMissing, transferAdequacyPartial, transferClausesAlone,
		retentionOverlap, retentionStartMissing,
		requestFee, requestTimeLong, complaintAcknowledgedLate, rightsDelegated, sourceVague, matchingSourceMissing,
		automatedDecisionSpecialCategory, automatedDecisionBarred,
		exemptionUnknown, exemptionOtherArticle, exemptionSafeguardsMissing,
		childrenMentioned, reviewDateMissing, approvalMissing, contactPostIncomplete, titleNarrow,
		signInServiceForeign, lawfulBasisOfStaff, serversWhose, necessityDoubtful,
	}
}
