package site

import "fmt"

// iconDrawing is a sheet of paper with lines on it: a notice, and nobody's arms.
// It takes the colour of the brand, and for the lines what can be seen on it.
const iconDrawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">` +
	`<rect width="32" height="32" rx="6" fill="%[1]s"/>` +
	`<path d="M9 6h10l5 5v15H9z" fill="%[2]s"/>` +
	`<path d="M12 13h6v2h-6zM12 17h9v2h-9zM12 21h9v2h-9z" fill="%[1]s"/></svg>` + "\n"

// icon makes the picture that browsers show beside the site's name.
func (p *plan) icon() File {
	brand, on := brandColours(p.site.Brand.Colour.Value)
	return File{Path: iconAddress, Content: fmt.Appendf(nil, iconDrawing, brand, on)}
}
