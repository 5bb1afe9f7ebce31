//! Hand-written operations, just as the generator writes them.

pub mod paged;
pub mod rest;
pub mod rpc;
