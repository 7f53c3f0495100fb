package site

// Publishable says why Publish would not write to a folder, whatever the site is: the
// error wraps ErrRefused then. It changes nothing, and a folder that is not there yet
// is no fault.
func Publishable(to Target) error {
	p, err := openPlace(to)
	if err != nil {
		return err
	}
	defer p.close()
	if p.root == nil {
		return nil
	}
	_, stored, err := readManifest(p.root)
	if err != nil || stored != nil {
		return err
	}
	return (&look{root: p.root}).refuseForeign()
}
