package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/wasm/widget"
)

func newSiteCommand(a *app) *cobra.Command {
	var root, theme string
	cmd := &cobra.Command{
		Use:   "site DIR",
		Short: "Write the site with the calculator as files for any host",
		Long: `Write the site that "zio serve" shows as plain files: the calculator, a page for each
special school and each municipality, the steps, the year, the law, and the pages for
webmasters, integrators and developers, in Dutch and English. Every address is
relative, so that the files work in any folder of any host. Nothing else is needed:
no server program, no database.

The folder must not be there, be empty, or be one that this command wrote before: then it
is replaced as a whole. The calculator is that of wasm/widget/dist when it was built
there, and otherwise compiled from this checkout.`,
		Example: `  zio site public
  zio site public --theme kust`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.ContainsFunc(siteThemes, func(t siteTheme) bool { return t.id == theme }) {
				var ids []string
				for _, t := range siteThemes {
					ids = append(ids, t.id)
				}
				return errors.New(a.fill("--theme {theme} bestaat niet; kies uit {themes}", "--theme {theme} does not exist; choose one of {themes}", "theme", theme, "themes", strings.Join(ids, ", ")))
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			return a.writeSite(ctx, args[0], root, theme)
		},
	}
	cmd.Flags().StringVar(&root, "root", "", "folder of the library (default: found from this folder upward)")
	cmd.Flags().StringVar(&theme, "theme", siteThemes[0].id, "look of the pages")
	return cmd
}

// siteMark is a file by which a folder is known as one that this command wrote.
const siteMark = "zio-site.txt"

// writeSite writes the site beside the folder and then puts it in its place, so that who stops halfway keeps what was there.
func (a *app) writeSite(ctx context.Context, folder, root, theme string) error {
	root, err := libraryRoot(root)
	if err != nil {
		return errors.New(a.say("de map van de bibliotheek is niet gevonden: start in de map of geef --root", "the folder of the library was not found: start inside it or give --root"))
	}
	if err := a.maySiteStand(folder); err != nil {
		return err
	}
	calculator, engine, err := a.calculatorFiles(ctx, root)
	if err != nil {
		return err
	}
	s, err := newSite(root, calculator, engine)
	if err != nil {
		return err
	}
	folder = filepath.Clean(folder)
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return errors.Join(errOutput, err)
	}
	beside, err := os.MkdirTemp(filepath.Dir(folder), ".zio-site-*")
	if err != nil {
		return errors.Join(errOutput, err)
	}
	defer os.RemoveAll(beside)
	n, err := s.write(ctx, beside, theme, a.bar())
	if err != nil {
		return errors.Join(errOutput, err)
	}
	if err := os.Chmod(beside, 0o755); err != nil {
		return errors.Join(errOutput, err)
	}
	if err := os.RemoveAll(folder); err != nil { // empty, or written by this command
		return errors.Join(errOutput, err)
	}
	if err := os.Rename(beside, folder); err != nil {
		return errors.Join(errOutput, err)
	}
	a.paragraph("", a.fill("{n#} {n|bestand|bestanden} geschreven in {folder}. Zet de inhoud van die map op uw website.", "{n#} {n|file|files} written to {folder}. Put what is in that folder on your site.", "n", itoa(int64(n)), "folder", folder))
	return nil
}

// maySiteStand refuses a folder that holds something that this command did not write.
func (a *app) maySiteStand(folder string) error {
	entries, err := os.ReadDir(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return errors.New(a.fill("{folder} is geen map", "{folder} is not a folder", "folder", folder))
	case len(entries) == 0:
		return nil
	}
	if _, err := os.Stat(filepath.Join(folder, siteMark)); err == nil {
		return nil
	}
	return errors.New(a.fill("in {folder} staan bestanden die niet door deze opdracht zijn geschreven; kies een lege of nieuwe map", "{folder} holds files that this command did not write; choose an empty or a new folder", "folder", folder))
}

// calculatorFiles are the calculator as the package has it when it was built, with its hashes; otherwise the modules as they are.
func (a *app) calculatorFiles(ctx context.Context, root string) (fs.FS, map[string][]byte, error) {
	dist := filepath.Join(root, "wasm", "widget", "dist")
	if _, err := os.Stat(filepath.Join(dist, widget.Entry)); err == nil {
		return os.DirFS(dist), nil, nil
	}
	engine, err := a.engine(ctx, root)
	return widget.Files(), engine, err
}

// write writes every file and every page in one theme, and says how many. progress is told how far it is.
func (s *site) write(ctx context.Context, folder, theme string, progress func(done, all int)) (int, error) {
	all := len(s.files) + len(s.sheets)
	done := 0
	put := func(name string, content []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		done++
		progress(done, all)
		name = filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		return os.WriteFile(name, content, 0o644)
	}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		if err := put(name, s.files[name].content); err != nil {
			return done, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.sheets)) {
		content, err := s.render(s.sheets[name], theme, true)
		if err != nil {
			return done, err
		}
		if err := put(path.Join(name, "index.html"), s.relative(name, content)); err != nil {
			return done, err
		}
	}
	return done, os.WriteFile(filepath.Join(folder, siteMark), []byte("zio site\n"), 0o644)
}

var siteAddress = regexp.MustCompile(` (href|src|privacy-url)="/([^"]*)"`)

// relative makes a page one that stands in a folder of its own: its addresses lead from there, and the policy that a server sends
// with it stands in it.
func (s *site) relative(name string, content []byte) []byte {
	up := strings.Repeat("../", strings.Count(strings.Trim(name, "/"), "/")+1)
	if name == "/" {
		up = "./"
	}
	content = siteAddress.ReplaceAllFunc(content, func(m []byte) []byte {
		parts := siteAddress.FindSubmatch(m)
		target, anchor, _ := strings.Cut(string(parts[2]), "#")
		target, _, _ = strings.Cut(target, "?")
		if s.sheets["/"+target] != nil && target != "" {
			target = strings.TrimSuffix(target, "/") + "/"
		}
		if anchor != "" {
			anchor = "#" + anchor
		}
		return fmt.Appendf(nil, ` %s="%s%s%s"`, parts[1], up, target, anchor)
	})
	held := strings.ReplaceAll(policy, "frame-ancestors 'self'; ", "") // not for a page to say
	return bytes.Replace(content, []byte(`<meta charset="utf-8">`), []byte(`<meta charset="utf-8">`+"\n"+`<meta http-equiv="Content-Security-Policy" content="`+held+`">`), 1)
}
