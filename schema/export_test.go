package schema

// MayHoldBSN is for tests outside the package.
var MayHoldBSN = mayHoldBSN
