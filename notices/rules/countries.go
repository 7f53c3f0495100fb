package rules

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countryName gives the English name of a country, or its code when it has none.
func countryName(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	switch name := display.English.Regions().Name(region); name {
	case "":
		return code
	case "United States", "United Kingdom", "Netherlands", "Philippines", "United Arab Emirates", "Czech Republic", "Isle of Man":
		return "the " + name
	default:
		return name
	}
}
