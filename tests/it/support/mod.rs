//! Invented offices and the ways in which their workbooks reach us.

#![allow(dead_code, reason = "every test takes what it needs")]

pub mod asking;
pub mod browser;
pub mod containers;
pub mod desk;
pub mod further;
pub mod lines;
pub mod page;
pub mod paper;
pub mod picture;
pub mod plan;
pub mod renja_2027;
pub mod samples;
pub mod typed;
