//! Calls an operation by its name: wire names in, wire names out.

mod arguments;
mod operations;
mod run;

use std::process::ExitCode;

use arguments::{Arguments, Parsed};
use run::{Call, Outcome};

fn main() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args_os().skip(1)) {
        Ok(Parsed::Call(arguments)) => arguments,
        Ok(Parsed::Help) => {
            run::print(&Arguments::usage());
            return ExitCode::SUCCESS;
        }
        Err(message) => {
            eprintln!("{}: {message}\n\n{}", operations::PROGRAM, Arguments::usage());
            return Outcome::Invalid.into();
        }
    };
    let call = Call {
        arguments: &arguments,
    };
    match operations::dispatch(&arguments.operation, call) {
        Some(outcome) => outcome.into(),
        None => {
            let known = operations::OPERATIONS.iter().copied();
            let name = operations::sdk::runtime::suggest::quoted(&arguments.operation, known);
            eprintln!("{}: unknown operation {name}\n\nOperations: {}", operations::PROGRAM, operations::OPERATIONS.join(", "));
            Outcome::Invalid.into()
        }
    }
}
