//go:build figures

package main

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// Call answers one request with figures (cijfers): a draft of a calculation that succeeds. The reply to any other
// request, also to one that is refused, is empty; the module with all calls (zio.full.wasm) then answers it, with the
// reasons. So this module holds every rule but the rare ones (funding.RareRules) and its checks, but no words, no names and no
// steps, and a page has its first result from half the bytes.
func Call(request []byte) []byte {
	if len(request) > maxRequest {
		return nil
	}
	document, faults := strictjson.Parse(request, strictjson.Limits{Bytes: maxRequest, Text: maxRequest})
	if len(faults) > 0 {
		return nil
	}
	var r calculateRequest
	if problems := strictjson.ReadValue(&document, &r, (*calculateRequest).bind); len(problems) > 0 || r.call != "calculate" || !r.draft {
		return nil
	}
	result, problems := funding.DraftRead(&r.agreement, &r.population)
	if len(problems) > 0 {
		return nil
	}
	w := beginReply()
	w.Expect(draftSize * len(result.Parties))
	strictjson.Write(w, result, (*funding.Result).BindDraft)
	w.EndObject()
	return w.Bytes()
}
