package notices

// Retention says how long some data is kept, or how that is decided:
// Article 13(2)(a). It names data, a purpose or a recipient.
type Retention struct {
	Pos        Pos         `yaml:"-"`
	Data       []Ref       `refs:"data"`         // the items it is about
	Purposes   []Ref       `refs:"purpose"`      // or the purposes whose items it is about
	HeldBy     Ref         `refs:"organisation"` // the body that keeps them, when it is not the controller
	Channels   []Term      `terms:"channel"`     // or the place they were collected at
	What       Text        // such as "backups", "extracts held on our server"
	Period     Period      // such as 2 years
	Criteria   Text        // how the period is decided, when no length can be given
	From       Text        // the event it runs from
	Then       Term        `terms:"disposal"` // what happens at the end
	Exceptions Text        // when it is kept longer or shorter
	Schedule   ScheduleRow // the row of the published schedule it follows
}

// ScheduleRow is a row of the body's published retention schedule.
type ScheduleRow struct {
	Pos  Pos  `yaml:"-"`
	Link URL  // the schedule
	Row  Text `fact:"true"` // the row's number or name
}
