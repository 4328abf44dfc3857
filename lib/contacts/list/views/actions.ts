"use server";

import { ownerAction, saved } from "@/lib/action";
import { addressOf } from "./address";
import * as data from "./data";
import * as schema from "./schema";

export const createViewAction = ownerAction("lists.createView", schema.createView, async (db, view) => {
  await data.createView(db, view);
  return saved("saved_view", view.id, addressOf(view));
});

export const changeViewAction = ownerAction("lists.changeView", schema.changeView, async (db, { id, ...list }) => {
  await data.changeView(db, id, list);
  return saved("saved_view", id);
});

export const renameViewAction = ownerAction("lists.renameView", schema.renameView, async (db, { id, name }) => {
  await data.renameView(db, id, name);
  return saved("saved_view", id);
});

export const moveViewAction = ownerAction("lists.moveView", schema.moveView, async (db, { id, to }) => {
  await data.moveView(db, id, to);
  return saved("saved_view", id);
});

export const defaultViewAction = ownerAction("lists.defaultView", schema.defaultView, async (db, { id, isDefault }) => {
  await data.setDefaultView(db, id, isDefault);
  return saved("saved_view", id);
});

export const deleteViewAction = ownerAction("lists.deleteView", schema.oneView, async (db, { id }) => {
  await data.deleteView(db, id);
  return saved("saved_view", id);
});

export const restoreViewAction = ownerAction("lists.restoreView", schema.restoreView, async (db, view) => {
  await data.restoreView(db, view);
  return saved("saved_view", view.id);
});
