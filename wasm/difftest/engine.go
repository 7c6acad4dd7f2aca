package difftest

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// Engine is one build of the calculator. A reply is valid until the next call.
type Engine interface {
	Call(request []byte) ([]byte, error)
	Close() error
}

// process is an engine that reads a request per line from stdin and writes a reply per line to stdout.
type process struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// Process starts a program that serves stdin.
func Process(name string, args ...string) (Engine, error) {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &process{cmd: cmd, in: in, out: bufio.NewReaderSize(out, 1<<20)}, nil
}

func (p *process) Call(request []byte) ([]byte, error) {
	if _, err := p.in.Write(append(request[:len(request):len(request)], '\n')); err != nil {
		return nil, err
	}
	line, err := p.out.ReadBytes('\n')
	if err != nil {
		return nil, err
	}
	return line[:len(line)-1], nil
}

func (p *process) Close() error {
	return errors.Join(p.in.Close(), p.cmd.Wait())
}

// module is a WebAssembly module that runs in this process.
type module struct {
	runtime     wazero.Runtime
	memory      api.Memory
	in, call    api.Function
	out, length api.Function
}

// Module makes an instance of a WebAssembly module of the calculator.
func Module(ctx context.Context, file string) (Engine, error) {
	code, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	m := &module{runtime: wazero.NewRuntime(ctx)}
	compiled, err := m.runtime.CompileModule(ctx, code)
	if err != nil {
		return nil, errors.Join(err, m.Close())
	}
	if len(compiled.ImportedFunctions()) > 0 {
		wasi_snapshot_preview1.MustInstantiate(ctx, m.runtime)
	}
	instance, err := m.runtime.InstantiateModule(ctx, compiled, wazero.NewModuleConfig().WithStartFunctions("_initialize"))
	if err != nil {
		return nil, errors.Join(err, m.Close())
	}
	abi, err := instance.ExportedFunction("zio_abi").Call(ctx)
	if err != nil {
		return nil, errors.Join(err, m.Close())
	}
	if abi[0] != 2 {
		return nil, errors.Join(fmt.Errorf("%s has another contract: %d instead of 2", file, abi[0]), m.Close())
	}
	m.memory = instance.Memory()
	m.in = instance.ExportedFunction("zio_in")
	m.call = instance.ExportedFunction("zio_call")
	m.out = instance.ExportedFunction("zio_out")
	m.length = instance.ExportedFunction("zio_len")
	return m, nil
}

func (m *module) Call(request []byte) ([]byte, error) {
	ctx := context.Background()
	at, err := m.in.Call(ctx, uint64(len(request)))
	if err != nil {
		return nil, err
	}
	if at[0] != 0 && !m.memory.Write(uint32(at[0]), request) {
		return nil, errors.New("the module gave a place outside its memory")
	}
	if _, err := m.call.Call(ctx, uint64(len(request))); err != nil {
		return nil, err
	}
	out, err := m.out.Call(ctx)
	if err != nil {
		return nil, err
	}
	length, err := m.length.Call(ctx)
	if err != nil {
		return nil, err
	}
	reply, ok := m.memory.Read(uint32(out[0]), uint32(length[0]))
	if !ok {
		return nil, errors.New("the reply stands outside the memory")
	}
	return reply, nil
}

// Memory is the size of the memory of the instance in bytes.
func (m *module) Memory() uint32 { return m.memory.Size() }

func (m *module) Close() error { return m.runtime.Close(context.Background()) }

// Parted is the small build: a module with the figures, one with all calls but import, and one for import.
type Parted struct {
	figures, full, intake Engine
	Answered              int // requests that the figures answered by themselves
}

// NewParted sends each request to the figures first and then, when those have no reply, to the module that answers it.
func NewParted(figures, full, intake Engine) *Parted {
	return &Parted{figures: figures, full: full, intake: intake}
}

func (p *Parted) Call(request []byte) ([]byte, error) {
	reply, err := p.figures.Call(request)
	if err != nil {
		return nil, err
	}
	if len(reply) > 0 {
		p.Answered++
		return reply, nil
	}
	var header struct{ Call any }
	if json.Unmarshal(request, &header) == nil && header.Call == "import" {
		return p.intake.Call(request)
	}
	return p.full.Call(request)
}

func (p *Parted) Close() error {
	return errors.Join(p.figures.Close(), p.full.Close(), p.intake.Close())
}
