package app_test

import "net/http"

// checkExpectations are of checks and control deviations, and of those to whom they may be given.
var checkExpectations = []expectation{
	{operation: "ListColleagues", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		return w.call("ListColleagues", 0, nil, nil)
	}},
}
