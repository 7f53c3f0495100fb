package notices

// Retention says how long some data is kept, or how that is decided:
// Article 13(2)(a). It names data, a purpose or a recipient.
type Retention struct {
	Pos        Pos    `yaml:"-"`
	Data       []Ref  `refs:"data"`
	Purposes   []Ref  `refs:"purpose"`
	HeldBy     Ref    `refs:"organisation"`
	Channels   []Term `terms:"channel"`
	What       Text   // such as "backups", "extracts held on our server"
	Period     Period
	Criteria   Text // how the period is decided, when no length can be given
	From       Text // the event it runs from
	Then       Term `terms:"disposal"`
	Exceptions Text
	Schedule   ScheduleRow
}

// ScheduleRow is a row of the body's published retention schedule.
type ScheduleRow struct {
	Pos  Pos `yaml:"-"`
	Link URL
	Row  Text `fact:"true"`
}
