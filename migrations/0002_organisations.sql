-- An organisation that is one with another, its focal point's account by keyed hash, and whether
-- somebody who may said that a person belongs to the organisation that they name: 1 yes, -1 no, 0
-- nobody said anything.

ALTER TABLE organisations ADD COLUMN merged_into BIGINT;
ALTER TABLE organisations ADD COLUMN focal_hash BLOB;
CREATE INDEX organisations_focal ON organisations (focal_hash);
ALTER TABLE participants ADD COLUMN claim BIGINT NOT NULL DEFAULT 0;
CREATE INDEX participants_organisation ON participants (organisation_id);
