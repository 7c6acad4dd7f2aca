/* Hosts the module zio.full.wasm, which wasm2c made C of (zio_module.c). The interface is in docs/interface.md. */
#include "zio.h"

#include <string.h>
#include <wasm-rt-impl.h>

#include "zio_module.h"

enum { ABI = 2 };

static Z_zio_instance_t module;
static int ready;

static int start(void) {
  if (!wasm_rt_is_initialized()) {
    wasm_rt_init();
    Z_zio_init_module();
  }
  Z_zio_instantiate(&module);
  Z_zioZ__initialize(&module);
  return Z_zioZ_zio_abi(&module) == ABI;
}

const char *zio_answer(const char *request, size_t length, size_t *size) {
  const wasm_rt_memory_t *memory = Z_zioZ_memory(&module);
  u32 at, count = length > UINT32_MAX ? UINT32_MAX : (u32)length;

  /* a trap jumps back to here; what the instance holds is not to be trusted then */
  if (wasm_rt_impl_try() != WASM_RT_TRAP_NONE) {
    if (ready) Z_zio_free(&module);
    ready = 0;
    return NULL;
  }
  if (!ready && !(ready = start())) return NULL;
  at = Z_zioZ_zio_in(&module, count);
  if (at != 0) memcpy(memory->data + at, request, count); /* the memory may have grown: data is read after the call */
  Z_zioZ_zio_call(&module, count);
  *size = Z_zioZ_zio_len(&module);
  return (const char *)memory->data + Z_zioZ_zio_out(&module);
}
