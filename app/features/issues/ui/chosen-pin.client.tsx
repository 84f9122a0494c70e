import L from 'leaflet';

/** The mark of one chosen place: a drop of 26 pixels, turned by the sheet, whose tip lies 31 pixels below its upper edge. */
export const chosenPin = L.divIcon({
  className: 'chosen-marker',
  html: '<span></span>',
  iconSize: [26, 31],
  iconAnchor: [13, 31],
});
