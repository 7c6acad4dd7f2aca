package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestMeasure(t *testing.T) {
	var n atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch n.Add(1) {
		case 3:
			w.WriteHeader(http.StatusServiceUnavailable)
		case 5:
			w.Write([]byte("something else"))
		default:
			w.Write([]byte("the same"))
		}
	}))
	defer server.Close()
	r, err := measure(server.URL, 50, 200*time.Millisecond)
	require.NoError(t, err)
	require.Equal(t, map[string]int{"503 Service Unavailable": 1, "another settlement": 1}, r.wrong)
	require.Len(t, r.took, 8)
	var b strings.Builder
	r.print(&b)
	require.Contains(t, b.String(), "8 answers in ")
	require.Contains(t, b.String(), "; 2 failed")
}

func TestPercentiles(t *testing.T) {
	r := &report{}
	require.Zero(t, r.percentile(50))
	for i := 1; i <= 1000; i++ {
		r.took = append(r.took, time.Duration(i))
	}
	require.EqualValues(t, 501, r.percentile(50))
	require.EqualValues(t, 991, r.percentile(99))
	require.EqualValues(t, 1000, r.percentile(100))
}

func TestOnlyThisMachine(t *testing.T) {
	for _, address := range []string{"http://example.org", "http://192.0.2.1:8080", "http://[2001:db8::1]", "nothing"} {
		_, err := measure(address, 1, time.Second)
		require.ErrorContains(t, err, "is not on this machine")
	}
}
