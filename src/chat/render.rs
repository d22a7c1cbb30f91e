//! How a `Document` looks: as plain lines, as Markdown, as HTML.
