use super::Site;
use crate::spec;

/// Where the keys of a member stand: in the member itself, or in the shared one that it uses.
pub(super) struct Parts<'a> {
    pub(super) local: Site<'a>,
    pub(super) shared: Option<(Site<'a>, &'a spec::Member)>,
    pub(super) own: &'a spec::Member,
}

impl<'a> Parts<'a> {
    /// Where a key stands.
    pub(super) fn at(&self, key: &str) -> Site<'a> {
        match &self.shared {
            Some((site, _)) if !gives(self.own, key) => site.child(key),
            _ => self.local.child(key),
        }
    }

    /// The member itself.
    pub(super) fn whole(&self) -> &Site<'a> {
        &self.local
    }

    /// The member that gives a key, and where it gives it.
    pub(super) fn giving(&self, key: &str) -> (Site<'a>, &'a spec::Member) {
        match &self.shared {
            Some((site, shared)) if !gives(self.own, key) => (site.child(key), shared),
            _ => (self.local.child(key), self.own),
        }
    }

    /// Whether a key is given at all.
    pub(super) fn gives(&self, key: &str) -> bool {
        gives(self.own, key)
            || self
                .shared
                .as_ref()
                .is_some_and(|(_, shared)| gives(shared, key))
    }
}

/// Whether a member itself gives a key.
fn gives(member: &spec::Member, key: &str) -> bool {
    match key {
        "type" => member.type_.is_some(),
        "as" => member.as_.is_some(),
        "in" => member.location.is_some(),
        "also_in" => member.also_in.is_some(),
        "flatten" => member.flatten,
        "required" => member.required.is_some(),
        "doc" => member.doc.is_some(),
        "example" => member.example.is_some(),
        "unit" => member.unit.is_some(),
        "default" => member.default.is_some(),
        "client_default" => member.client_default.is_some(),
        "secret" => member.secret.is_some(),
        "idempotency_token" => member.idempotency_token,
        "unsupported" => member.unsupported,
        "range" => member.range.is_some(),
        "except" => !member.except.is_empty(),
        "length" => member.length.is_some(),
        "length_unit" => member.length_unit.is_some(),
        "characters" => member.characters.is_some(),
        "format" => member.format.is_some(),
        "values" => !member.values.is_empty(),
        "items" => member.items.is_some(),
        "item_count" => member.item_count.is_some(),
        "element" => member.element.is_some(),
        "fields" => member.fields.is_some(),
        "source" => member.source.is_some(),
        _ => false,
    }
}

/// A member with everything that it does not give itself taken from the shared one.
pub(super) fn overlay(own: &spec::Member, shared: &spec::Member) -> spec::Member {
    fn list<T: Clone>(own: &[T], shared: &[T]) -> Vec<T> {
        if own.is_empty() { shared } else { own }.to_vec()
    }
    let (own, shared) = (own.clone(), shared.clone());
    spec::Member {
        uses: own.uses,
        type_: own.type_.or(shared.type_),
        as_: own.as_.or(shared.as_),
        location: own.location.or(shared.location),
        also_in: own.also_in.or(shared.also_in),
        flatten: own.flatten || shared.flatten,
        required: own.required.or(shared.required),
        doc: own.doc.or(shared.doc),
        example: own.example.or(shared.example),
        unit: own.unit.or(shared.unit),
        default: own.default.or(shared.default),
        client_default: own.client_default.or(shared.client_default),
        secret: own.secret.or(shared.secret),
        idempotency_token: own.idempotency_token || shared.idempotency_token,
        unsupported: own.unsupported || shared.unsupported,
        range: own.range.or(shared.range),
        except: list(&own.except, &shared.except),
        length: own.length.or(shared.length),
        length_unit: own.length_unit.or(shared.length_unit),
        characters: own.characters.or(shared.characters),
        format: own.format.or(shared.format),
        values: list(&own.values, &shared.values),
        items: own.items.or(shared.items),
        item_count: own.item_count.or(shared.item_count),
        element: own.element.or(shared.element),
        fields: own.fields.or(shared.fields),
        source: own.source.or(shared.source),
    }
}
