//! The operations, each with a request that it accepts. Tests start from these, so that only what they change can be
//! wrong.

/// A function for each operation of a crate, and one for all of them.
macro_rules! operations {
    ($clients:ident of $client:ident: $($operation:ident $input:ident $accepted:tt)+) => {
        use end_to_end::clients::$clients;
        use end_to_end::rules::Operation;
        use serde_json::json;
        use $client::{Client, operation};

        $(
            #[allow(dead_code, reason = "operations without a rule of their own are here for those of all")]
            pub(crate) fn $operation() -> Operation {
                let client = $clients::offline();
                $clients::operation::<operation::$operation::$input>(&client, json!($accepted))
            }
        )+

        /// All operations, on `client`.
        pub(crate) fn all_on(client: &Client) -> Vec<Operation> {
            vec![$(
                $clients::operation::<operation::$operation::$input>(client, json!($accepted)),
            )+]
        }
    };
}

pub(crate) mod alibaba;
pub(crate) mod baidu;
pub(crate) mod huawei;
