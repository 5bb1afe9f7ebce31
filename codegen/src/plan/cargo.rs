use crate::model::Service;

/// What `Cargo.toml` of a crate says beside its features.
#[derive(Debug)]
pub struct Manifest {
    /// Name of the package.
    pub name: String,
    /// Name of the library in code.
    pub library: String,
    /// One line for registries.
    pub description: String,
    /// Words to find it by.
    pub keywords: Vec<String>,
}

/// Most characters of a keyword that a registry takes.
const LONGEST_KEYWORD: usize = 20;

impl Manifest {
    pub(super) fn new(service: &Service) -> Self {
        let facts = &service.facts;
        let keywords = [
            facts.provider.as_str(),
            "direct-connect",
            "leased-line",
            "bgp",
            "cloud",
        ];
        Self {
            name: facts.crate_name.clone(),
            library: facts.crate_name.replace('-', "_"),
            description: one_line(&facts.summary),
            keywords: keywords
                .into_iter()
                .filter(|keyword| keyword.len() <= LONGEST_KEYWORD)
                .map(str::to_owned)
                .collect(),
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
