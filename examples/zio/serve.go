package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/examples/internal/wasmbuild"
	"github.com/zio-collectief/zio/wasm/widget"
)

func newServe(a *app) *cobra.Command {
	var address, root string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the calculator and its documentation on this computer",
		Long: `Serve the demonstration site: the calculator for visitors, and pages for webmasters,
integrators and developers. It listens on this computer only, unless --address
says otherwise, and opens no browser by itself.

The calculator is compiled from this checkout; the first time that takes up to a
minute. What wasm/build/build.sh built before is used when it is there.`,
		Example: `  zio serve
  zio serve --address localhost:9000`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			return a.serve(ctx, address, root)
		},
	}
	cmd.Flags().StringVar(&address, "address", "localhost:8080", "where to listen; port 0 takes a free one")
	cmd.Flags().StringVar(&root, "root", "", "folder of the library (default: found from this folder upward)")
	return cmd
}

// serve runs the site until the context ends.
func (a *app) serve(ctx context.Context, address, root string) error {
	root, err := libraryRoot(root)
	if err != nil {
		return errors.New(a.say("de map van de bibliotheek is niet gevonden: start in de map of geef --root", "the folder of the library was not found: start inside it or give --root"))
	}
	engine, err := a.engine(ctx, root)
	if err != nil {
		return err
	}
	handler, err := newSite(root, widget.Files(), engine)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, a.say("De rekenhulp staat op http://%s (stop met Ctrl+C)\n", "The calculator is at http://%s (stop with Ctrl+C)\n"), listener.Addr())
	if err := a.out.Flush(); err != nil {
		return err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: 2 * time.Minute,
		IdleTimeout: time.Minute, MaxHeaderBytes: 64 << 10}
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		closing, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		return server.Shutdown(closing)
	}
}

// engine gives the files of the engine by name: the small build when there is one, otherwise the plain Go build.
func (a *app) engine(ctx context.Context, root string) (map[string][]byte, error) {
	files := make(map[string][]byte)
	small := []string{"zio.wasm", "zio.fallback.js", "zio.full.wasm", "zio.full.fallback.js", "zio.import.wasm", "zio.import.fallback.js"}
	for _, name := range small {
		if content, err := os.ReadFile(filepath.Join(root, "wasm", "dist", name)); err == nil {
			files[name] = content
		}
	}
	if len(files) == len(small) {
		return files, nil
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	path, err := wasmbuild.Std(ctx, root, filepath.Join(cache, "zio"), func(nl, en string) { fmt.Fprintln(a.errs, a.say(nl, en)) })
	if err != nil {
		return nil, err
	}
	content, err := os.ReadFile(path)
	return map[string][]byte{"zio.wasm": content}, err
}

// libraryRoot is the folder of the library: the given one, or the nearest above the working folder.
func libraryRoot(given string) (string, error) {
	if given != "" {
		return given, checkRoot(given)
	}
	folder, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if checkRoot(folder) == nil {
			return folder, nil
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return "", os.ErrNotExist
		}
		folder = parent
	}
}

func checkRoot(folder string) error {
	content, err := os.ReadFile(filepath.Join(folder, "go.mod"))
	if err == nil && !bytes.HasPrefix(content, []byte("module github.com/zio-collectief/zio\n")) {
		return os.ErrNotExist
	}
	return err
}
