//! Writer of links.

use super::percent;
use super::query_writer::QueryWriter;
use super::route::{BUSY_YEAR, BY_SIZE, Route};
use super::view::View;
use crate::model::Occupancy;
use crate::picture::fit_map::MapBy;
use crate::picture::time_axis::TimeSpan;
use crate::words::lang::Lang;

impl Route {
    /// Returns the query without `?`; empty for the capacity view in its initial state.
    ///
    /// If [`Self::fits_in_link`], `parse` restores the same route.
    #[must_use]
    pub fn to_query(&self) -> String {
        self.query_of(self.view)
    }

    /// Returns the query of another view with the same request and scenario.
    #[must_use]
    pub fn query_of(&self, view: View) -> String {
        let mut query = QueryWriter(String::new());
        if view != View::default() {
            query.add("view", view.id());
        }
        query.add_some("lang", self.lang.map(Lang::tag));
        self.write_asked(&mut query);
        query.add_some("at", self.date.as_deref());
        query.add_some("span", (self.span != TimeSpan::default()).then(|| self.span.id()));
        query.add_some("lanes", self.lanes.as_deref());
        query.add_some("leaf", self.leaf.map(|leaf| leaf.to_string()).as_deref());
        query.add_some("map", (self.map != MapBy::default()).then(|| self.map.id()));
        query.add_some("myrank", self.rank.as_deref());
        query.add_some("seed", self.seed.map(|seed| seed.to_string()).as_deref());
        query.add_some("policy", self.policy.as_deref());
        query.add_some("own", self.own.as_deref());
        for pin in &self.pins {
            query.add("pin", pin);
        }
        for (field, text) in self.size.typed() {
            query.add(field.id(), text);
        }
        query.0
    }

    /// Returns only the request and its assumptions as a query, the content of a draft or a pin.
    /// Empty if nothing was typed or assumed.
    #[must_use]
    pub fn asked(&self) -> String {
        let mut query = QueryWriter(String::new());
        self.write_asked(&mut query);
        query.0
    }

    fn write_asked(&self, query: &mut QueryWriter) {
        self.form.write(query);
        match self.occupancy {
            Occupancy::File => {}
            Occupancy::Size => query.add("layer", BY_SIZE),
            Occupancy::BusyYear => query.add("scenario", BUSY_YEAR),
        }
        for hold in &self.holds {
            let parts = [&*hold.block, &*hold.nodes, &*hold.from, &*hold.until];
            query.add("hold", &percent::join(parts.into_iter(), ':'));
        }
    }

    /// Returns `true` if a link can carry the whole route; if not, the page says so instead of
    /// copying the link.
    #[must_use]
    pub fn fits_in_link(&self) -> bool {
        let query = self.to_query();
        Self::parse(&query).to_query() == query
    }
}
