// Code generated from the rules by internal/rulegen. DO NOT EDIT.

//go:build !tinygo && !wasm

package funding

// MarshalJSON is the rule as it stands in a component.
func (r Absence) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Absence) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Admission) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Admission) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Budget) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Budget) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r ClassProduct) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *ClassProduct) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Degressive) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Degressive) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r DrawingRight) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *DrawingRight) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r EducationMinutes) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *EducationMinutes) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r EstimatedHours) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *EstimatedHours) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r FixedHours) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *FixedHours) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r InKindPair) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *InKindPair) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r IndividualDecisions) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *IndividualDecisions) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r PopulationFunding) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *PopulationFunding) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r PriceList) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *PriceList) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r RouteMinutes) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *RouteMinutes) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Staffing) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Staffing) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Supplement) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Supplement) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r CashierFlow) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *CashierFlow) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Direct) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Direct) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Grant) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Grant) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r HostFlow) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *HostFlow) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r NoSettlement) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *NoSettlement) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r PassThrough) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *PassThrough) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Excess) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Excess) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Exit) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Exit) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r FixedAmounts) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *FixedAmounts) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r FixedShares) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *FixedShares) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Given) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Given) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Mixed) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Mixed) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r Hybrid) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *Hybrid) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r OwnUse) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *OwnUse) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r ProRata) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *ProRata) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r SinglePayer) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *SinglePayer) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r SmallNumbers) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *SmallNumbers) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }

// MarshalJSON is the rule as it stands in a component.
func (r WeightedPupils) MarshalJSON() ([]byte, error) { return marshalRule(&r) }

// UnmarshalJSON reads the rule as it stands in a component.
func (r *WeightedPupils) UnmarshalJSON(data []byte) error { return unmarshalRule(r, data) }
