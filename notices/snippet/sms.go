package snippet

import (
	"strings"
	"unicode/utf16"
)

// gsm are the letters of the default alphabet of text messages, and extended those
// that take the room of two (3GPP TS 23.038, 6.2.1).
const (
	gsm      = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
	extended = "^{}\\[~]|€"
)

// typographic are letters that a message can do without.
var typographic = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "…", "...", "\u00a0", " ")

// Message is a text message.
type Message struct {
	Text  string
	Parts int // how many messages it is sent as, each of which may be paid for
}

// SMS gives a message that leads to the notice: with as many of the purposes as one
// message has room for, and at least who uses the information and where to read on.
func (f Facts) SMS() Message {
	end := " Your rights and more: " + f.Address
	shortest := Message{}
	for most := min(len(f.Why), mostPurposes); most >= 0; most-- {
		text := f.Who + ": how we use your information:" + " " + f.Address
		if most > 0 {
			text = f.Who + ": we use what you tell us to " + f.purposes(most) + "." + end
		}
		m := message(text)
		if shortest.Parts == 0 || m.Parts < shortest.Parts {
			shortest = m
		}
		if m.Parts == 1 {
			return m
		}
	}
	return shortest
}

// message counts the parts of a message: one has room for 160 letters of the default
// alphabet or 70 of any, and each of several for 153 or 67.
func message(text string) Message {
	text = typographic.Replace(text)
	size, plain := 0, true
	for _, r := range text {
		switch {
		case strings.ContainsRune(gsm, r):
			size++
		case strings.ContainsRune(extended, r):
			size += 2
		default:
			plain = false
		}
	}
	one, each := 160, 153
	if !plain {
		size, one, each = len(utf16.Encode([]rune(text))), 70, 67
	}
	if size <= one {
		return Message{text, 1}
	}
	return Message{text, (size + each - 1) / each}
}
