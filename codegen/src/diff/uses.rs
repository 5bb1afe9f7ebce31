//! Which operations use a shared type, and in which direction.

use std::collections::{BTreeMap, BTreeSet};

use super::severity::Direction;
use crate::model::{Fields, Member, Service, Type};

/// The operations that use each type of two versions of a service.
#[derive(Debug, Default)]
pub(super) struct Uses<'m> {
    types: BTreeMap<&'m str, Use<'m>>,
}

/// Who uses something.
#[derive(Debug)]
struct Use<'m> {
    direction: Direction,
    operations: BTreeSet<&'m str>,
}

impl<'m> Uses<'m> {
    /// Who uses what in either version.
    pub(super) fn of(old: &'m Service, new: &'m Service) -> Self {
        let mut uses = Self::default();
        for service in [old, new] {
            for operation in &service.operations {
                let name = operation.name.as_str();
                uses.fields(service, name, Direction::Request, &operation.parameters);
                uses.fields(service, name, Direction::Response, &operation.response);
            }
        }
        uses
    }

    /// The direction in which a type is used; both if it is not used at all.
    pub(super) fn direction(&self, type_: &str) -> Direction {
        self.types
            .get(type_)
            .map_or(Direction::Both, |found| found.direction)
    }

    /// Whether anything uses a type.
    pub(super) fn is_used(&self, type_: &str) -> bool {
        self.types.contains_key(type_)
    }

    /// The operations that use a type.
    pub(super) fn operations(&self, type_: &str) -> Vec<String> {
        let found = self.types.get(type_).into_iter();
        found
            .flat_map(|found| &found.operations)
            .map(|name| (*name).to_owned())
            .collect()
    }

    fn fields(
        &mut self,
        service: &'m Service,
        operation: &'m str,
        direction: Direction,
        fields: &'m Fields,
    ) {
        for member in fields.values() {
            self.member(service, operation, direction, member);
        }
    }

    fn member(
        &mut self,
        service: &'m Service,
        operation: &'m str,
        direction: Direction,
        member: &'m Member,
    ) {
        match &member.type_ {
            Type::List(items) => self.member(service, operation, direction, items),
            Type::Object(fields) => self.fields(service, operation, direction, fields),
            Type::Enum(name) => {
                self.add(name, operation, direction);
            }
            Type::Shape(name) => {
                if self.add(name, operation, direction)
                    && let Some(shape) = service.shapes.get(name)
                {
                    self.fields(service, operation, direction, &shape.fields);
                }
            }
            Type::String
            | Type::Integer
            | Type::Long
            | Type::Boolean
            | Type::Number
            | Type::Timestamp
            | Type::Json => {}
        }
    }

    /// Notes a use; says whether it is news.
    fn add(&mut self, type_: &'m str, operation: &'m str, direction: Direction) -> bool {
        let found = self.types.entry(type_).or_insert_with(|| Use {
            direction,
            operations: BTreeSet::new(),
        });
        let before = found.direction;
        found.direction = before.and(direction);
        found.operations.insert(operation) || found.direction != before
    }
}
