//! The generator's command line; see `codegen --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    codegen::cli::run()
}
