package sheet_test

import (
	"testing"

	"notices.example/notices/sheet"
)

func TestNoCellBeginsLikeAFormula(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "|cmd": "'|cmd", "%1": "'%1", "＝1+1": "'＝1+1", "％1": "'％1",
		" =1": "' =1", "\t\r\n=1": "'\t\r\n=1", "\u00a0-1": "'\u00a0-1", "\u200b=1": "'\u200b=1", "\x00+1": "'\x00+1",
		"": "", " ": " ", "1=1": "1=1", "a - b": "a - b", "'=1": "'=1", "\xff=1": "\xff=1", "tŷ": "tŷ", "100%": "100%",
	} {
		if got := sheet.Words(cell); got != want {
			t.Errorf("Words(%q) = %q, want %q", cell, got, want)
		}
		if once := sheet.Words(cell); sheet.Words(once) != once {
			t.Errorf("%q is changed again", once)
		}
	}
}
