package notices

// But gives the fields with what stands in some files now, by their paths. Of all others
// it says what f says.
func (f *Fields) But(files map[string][]FieldStart) *Fields {
	return &Fields{known: files, read: f.In, refused: f.refusedIn}
}
