//! How a request is put on the wire.

use super::Comparer;
use crate::diff::Rule;
use crate::diff::cursor::{Cursor, Element};
use crate::spec::{ListEncoding, Method, Protocol, RestProtocol, RpcProtocol};

impl Comparer<'_, '_> {
    pub(super) fn protocol(&mut self, cursor: &Cursor, old: &Protocol, new: &Protocol) {
        let cursor = cursor.part("protocol");
        match (old, new) {
            (Protocol::Rpc(old), Protocol::Rpc(new)) => self.rpc(&cursor, old, new),
            (Protocol::Rest(old), Protocol::Rest(new)) => self.rest(&cursor, old, new),
            (Protocol::Rpc(_), Protocol::Rest(_)) => {
                self.service_fact(Rule::ProtocolChanged, &cursor, &["protocol"], "rpc", "rest");
            }
            (Protocol::Rest(_), Protocol::Rpc(_)) => {
                self.service_fact(Rule::ProtocolChanged, &cursor, &["protocol"], "rest", "rpc");
            }
        }
    }

    fn rpc(&mut self, cursor: &Cursor, old: &RpcProtocol, new: &RpcProtocol) {
        let RpcProtocol {
            method,
            other_methods,
            action_parameter,
            version_parameter,
            format_parameter,
            lists,
        } = old;
        self.service_fact(
            Rule::MethodChanged,
            cursor,
            &["protocol", "rpc", "method"],
            method_word(*method),
            method_word(new.method),
        );
        self.sets(
            (Rule::MethodOffered, Rule::MethodWithdrawn),
            &cursor.element(Element::Client),
            &["protocol", "rpc", "other_methods"],
            other_methods.iter().copied().map(method_word),
            new.other_methods.iter().copied().map(method_word),
        );
        for (key, before, after) in [
            ("action_parameter", action_parameter, &new.action_parameter),
            (
                "version_parameter",
                version_parameter,
                &new.version_parameter,
            ),
            ("format_parameter", format_parameter, &new.format_parameter),
        ] {
            let keys = ["protocol", "rpc", key];
            self.service_fact(Rule::ProtocolChanged, cursor, &keys, before, after);
        }
        self.lists(cursor, "rpc", *lists, new.lists);
    }

    fn rest(&mut self, cursor: &Cursor, old: &RestProtocol, new: &RestProtocol) {
        let RestProtocol {
            content_type,
            lists,
        } = old;
        let keys = ["protocol", "rest", "content_type"];
        self.service_fact(
            Rule::ProtocolChanged,
            cursor,
            &keys,
            content_type,
            &new.content_type,
        );
        self.lists(cursor, "rest", *lists, new.lists);
    }

    fn lists(&mut self, cursor: &Cursor, protocol: &str, old: ListEncoding, new: ListEncoding) {
        let word = |lists| match lists {
            ListEncoding::Indexed => "indexed",
            ListEncoding::Repeated => "repeated",
        };
        let keys = ["protocol", protocol, "lists"];
        self.service_fact(
            Rule::ListEncodingChanged,
            cursor,
            &keys,
            word(old),
            word(new),
        );
    }
}

fn method_word(method: Method) -> String {
    format!("{method:?}").to_uppercase()
}
