use super::elements::read_list;
use super::{At, DecodeError, FromJson, Map, Mode, Value};
use crate::runtime::suggest;

/// Reads the members of one object into the fields of a struct.
///
/// It keeps the first error for [`finish`](Self::finish) and reads nothing after it, so that the code of a struct is
/// a plain row of calls: with a `?` for each field, structs of many fields take several times as long to compile.
#[derive(Debug)]
pub struct Reader<'a> {
    members: &'a Map<String, Value>,
    at: &'a At<'a>,
    fault: Option<DecodeError>,
}

impl<'a> Reader<'a> {
    /// A reader of the object `value`, which stands at `at`.
    ///
    /// # Errors
    /// `value` is not an object.
    pub fn new(value: &'a Value, at: &'a At<'a>) -> Result<Self, DecodeError> {
        match value {
            Value::Object(members) => Ok(Self {
                members,
                at,
                fault: None,
            }),
            other => Err(DecodeError::mismatch(at, "an object", other)),
        }
    }

    /// Strictly, members other than `known` are an error, which names them all.
    pub fn only(&mut self, known: &[&'static str]) {
        if self.at.mode() == Mode::Tolerant || self.fault.is_some() {
            return;
        }
        let unknown: Vec<String> = self
            .members
            .keys()
            .filter(|name| !known.contains(&name.as_str()))
            .map(|name| suggest::quoted(name, known.iter().copied()))
            .collect();
        if !unknown.is_empty() {
            let found = unknown.join(", ");
            self.fault = Some(DecodeError::new(self.at, "only known members", found));
        }
    }

    /// Reads the member `name`. Absent and null leave the field as it is; tolerantly, so does an empty text that is
    /// no `T`.
    pub fn optional<T: FromJson>(&mut self, name: &'static str, field: &mut Option<T>) {
        self.read(name, self.at.member(name), field);
    }

    /// Reads the member `name`, which is documented as text but taken as a number, a boolean or the like.
    ///
    /// Text is parsed in both modes; what the type itself reads is taken, too.
    pub fn optional_text<T: FromJson>(&mut self, name: &'static str, field: &mut Option<T>) {
        let place = self.at.member(name);
        match self.members.get(name) {
            Some(Value::String(_)) => self.read(name, place.tolerantly(), field),
            _ => self.read(name, place, field),
        }
    }

    /// Reads the list `name`; `element` is the member that holds it where the documents wrap it in an object.
    ///
    /// Tolerantly, a list may be bare, wrapped in an object with the member `element` or with nothing but a list in
    /// it, or be a single element without a list around it; null and an empty text leave the field as it is.
    /// Strictly, it is a bare list.
    pub fn list<T: FromJson>(
        &mut self,
        name: &'static str,
        element: Option<&'static str>,
        field: &mut Option<Vec<T>>,
    ) {
        let place = self.at.member(name);
        if let Some(value) = self.present(name, &place) {
            match read_list(value, &place, element) {
                Ok(list) => *field = Some(list),
                Err(fault) => self.fault = Some(fault),
            }
        }
    }

    /// Reads the object `name` with `read`. Absent and null are passed over; tolerantly, so is an empty text.
    pub fn object(&mut self, name: &'static str, read: impl FnOnce(&mut Reader<'_>)) {
        let place = self.at.member(name);
        if let Some(value) = self.present(name, &place) {
            self.fault = match Reader::new(value, &place) {
                Ok(mut inner) => {
                    read(&mut inner);
                    inner.fault
                }
                Err(fault) => Some(fault),
            };
        }
    }

    /// What was read.
    ///
    /// # Errors
    /// A member is there but does not fit, or, strictly, is unknown.
    pub fn finish<T>(self, decoded: T) -> Result<T, DecodeError> {
        match self.fault {
            None => Ok(decoded),
            Some(fault) => Err(fault),
        }
    }

    fn read<T: FromJson>(&mut self, name: &str, place: At<'_>, field: &mut Option<T>) {
        let Some(value) = self.given(name) else {
            return;
        };
        match T::from_json(value, &place) {
            Ok(value) => *field = Some(value),
            // Servers send an empty text for what has no value, whatever its type.
            Err(_) if place.mode() == Mode::Tolerant && is_blank(value) => {}
            Err(fault) => self.fault = Some(fault),
        }
    }

    /// The list or object `name`; an empty text in its place is none.
    fn present(&self, name: &str, place: &At<'_>) -> Option<&'a Value> {
        self.given(name)
            .filter(|value| place.mode() == Mode::Strict || !is_blank(value))
    }

    /// The member `name` unless it is absent or null, or something was wrong before it.
    fn given(&self, name: &str) -> Option<&'a Value> {
        let members = self.fault.is_none().then_some(self.members)?;
        members.get(name).filter(|value| !value.is_null())
    }
}

fn is_blank(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.trim().is_empty())
}
