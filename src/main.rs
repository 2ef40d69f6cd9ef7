//! The program `rapikan`.

use std::process::ExitCode;

/// Counts what is asked for, so that a worker can be stopped at its limit where the system would not do it.
#[cfg(not(any(target_os = "linux", target_family = "wasm")))]
#[global_allocator]
static MEMORY: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

/// In a page there are no commands: one file is cleaned.
#[cfg(target_family = "wasm")]
fn main() -> ExitCode {
    ExitCode::from(rapikan::browser::run(&std::env::args().collect::<Vec<_>>()))
}

#[cfg(not(target_family = "wasm"))]
fn main() -> ExitCode {
    ExitCode::from(rapikan::cli::run(std::env::args_os().collect(), limit_memory))
}

/// From here on an allocation above the limit fails, which ends this process. A narrower limit that is set already
/// stays.
#[cfg(target_os = "linux")]
fn limit_memory(bytes: u64) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let now = getrlimit(Resource::As);
    let narrowest = now.current.map_or(bytes, |set| set.min(bytes));
    let _ = setrlimit(Resource::As, Rlimit { current: Some(narrowest), maximum: now.maximum });
}

/// From here on an allocation above the limit fails, which ends this process.
#[cfg(not(any(target_os = "linux", target_family = "wasm")))]
fn limit_memory(bytes: u64) {
    // What is more than can be addressed is no limit.
    let _ = MEMORY.set_limit(usize::try_from(bytes).unwrap_or(usize::MAX));
}
