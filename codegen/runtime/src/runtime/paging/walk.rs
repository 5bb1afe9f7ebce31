use std::mem;
use std::sync::Arc;

use super::{Cursor, Page, Paginated, Paging, step};
use crate::runtime::call::Call;
use crate::runtime::client::Client;
use crate::runtime::error::Error;
use crate::runtime::json::{Map, Value};
use crate::runtime::operation::Operation;
use crate::runtime::options::Options;
use crate::runtime::response::{Answer, Response};
use crate::runtime::transport::BoxFuture;

/// The way through the pages of a list: what streams and iterators have in common.
pub(in crate::runtime) struct Walk {
    client: Client,
    operation: &'static Operation,
    options: Arc<Options>,
    paging: &'static Paging,
    parameters: Map<String, Value>,
    state: State,
}

enum State {
    /// A page is to be fetched.
    Next(Cursor),
    /// There is no way on.
    Failed(Error),
    /// Everything has been given.
    Done,
}

impl Walk {
    /// A way that begins with the validated parameters `input`, or ends with what is wrong with them.
    pub(in crate::runtime) fn new(
        client: Client,
        operation: &'static Operation,
        options: Options,
        paging: &'static Paging,
        input: Result<Value, Error>,
    ) -> Self {
        let (parameters, state) = match input {
            Ok(Value::Object(parameters)) => (parameters, State::Next(Cursor::first())),
            Ok(_) => (Map::new(), State::Next(Cursor::first())),
            Err(error) => (Map::new(), State::Failed(error)),
        };
        Self {
            client,
            operation,
            options: Arc::new(options),
            paging,
            parameters,
            state,
        }
    }

    /// Begins to fetch the next page, if there is one.
    pub(in crate::runtime) fn fetch(
        &mut self,
    ) -> Option<BoxFuture<'static, Result<Answer, Error>>> {
        let input = match self.input()? {
            Ok(input) => input,
            Err(error) => return Some(Box::pin(std::future::ready(Err(error)))),
        };
        let (client, operation) = (self.client.clone(), self.operation);
        let options = Arc::clone(&self.options);
        Some(Box::pin(async move {
            let call = Call {
                client: client.inner(),
                operation,
                options: &options,
            };
            call.send(input).await
        }))
    }

    /// Fetches the next page, if there is one.
    pub(in crate::runtime) fn fetch_blocking(&mut self) -> Option<Result<Answer, Error>> {
        let call = Call {
            client: self.client.inner(),
            operation: self.operation,
            options: &self.options,
        };
        // The call borrows only what the state is not part of.
        let input = input(&mut self.state, self.paging, &self.parameters)?;
        Some(input.and_then(|input| call.send_blocking(input)))
    }

    /// Decodes a page and moves on to the one after it.
    pub(in crate::runtime) fn arrive<I: Paginated>(
        &mut self,
        answer: Result<Answer, Error>,
    ) -> Result<Response<I::Output>, Error> {
        let State::Next(cursor) = mem::replace(&mut self.state, State::Done) else {
            return answer?.decode();
        };
        let answer = answer?;
        let mut page = Page::read(self.paging, answer.value());
        let mut response = answer.decode::<I::Output>()?;
        page.count = I::items(response.output_mut()).as_ref().map_or(0, Vec::len);
        self.state = match step(self.paging, &self.parameters, &cursor, &page) {
            Ok(Some(cursor)) => State::Next(cursor),
            Ok(None) => State::Done,
            // The page itself is good.
            Err(fault) => State::Failed(Error::paging(self.operation.name, fault)),
        };
        Ok(response)
    }

    fn input(&mut self) -> Option<Result<Value, Error>> {
        input(&mut self.state, self.paging, &self.parameters)
    }
}

/// The parameters of the next page, if there is one.
fn input(
    state: &mut State,
    paging: &Paging,
    parameters: &Map<String, Value>,
) -> Option<Result<Value, Error>> {
    let cursor = match mem::replace(state, State::Done) {
        State::Next(cursor) => cursor,
        State::Failed(error) => return Some(Err(error)),
        State::Done => return None,
    };
    let mut parameters = parameters.clone();
    cursor.position().put(paging, &mut parameters);
    *state = State::Next(cursor);
    Some(Ok(Value::Object(parameters)))
}
