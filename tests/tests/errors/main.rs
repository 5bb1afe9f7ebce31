//! What a caller learns when a call fails.

#![allow(missing_docs)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod alibaba;
mod baidu;
mod huawei;
mod transport;
mod undecodable;
mod unhelpful;
