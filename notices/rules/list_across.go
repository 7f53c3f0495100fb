package rules

// acrossRules are the rules on contradictions: between files, and between what
// is stated and what the texts say.
func acrossRules() []Rule {
	return []Rule{
		corporateNoneContradicted, corporatePromiseContradicted, corporateNoticeDraft, readWithDraft,
		coversOtherController, titleRepeated, retentionDiffers,
		organisationRepeated, organisationByName, organisationCeased, predecessorsDiffer,
		recipientCountryUnknown, transferNotAbroad, transferCountryDiffers, transferWithoutRecipient,
		updatedBeforeChange, changeUndated, datesReversed,
		anonymousContradicted, identifiesNobody, notSharedContradicted, organisationNotRecipient, notCollectedContradicted,
		deniedInText, noneContradictedInText, offenceDeniedInText,
		onlyPurposeContradicted, basisUnnamed, rightDiffersInText, controllerUnstated,
		registrationNumberDiffers, dpoContactDiffers, updatedDiffers, promiseUnkept,
		translationStale, translationDateMissing, translatesMisplaced,
	}
}
