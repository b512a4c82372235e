pub mod fit_map;
