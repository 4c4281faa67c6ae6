using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ClaimsDesk.Knowledge.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Batches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ImportItems_BatchId",
                table: "ImportItems");

            migrationBuilder.AddColumn<int>(
                name: "Line",
                table: "ImportItems",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "NearCopyOfId",
                table: "ImportItems",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Bytes",
                table: "ImportBatches",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "BytesDone",
                table: "ImportBatches",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "ExtractorVersion",
                table: "ImportBatches",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "Files",
                table: "ImportBatches",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "FilesDone",
                table: "ImportBatches",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsDryRun",
                table: "ImportBatches",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ItemsDone",
                table: "ImportBatches",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LeasedBy",
                table: "ImportBatches",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "LeasedUntil",
                table: "ImportBatches",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Notes",
                table: "ImportBatches",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "ImportBatches",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Settings",
                table: "ImportBatches",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "ImportBatches",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<double>(
                name: "WorkedSeconds",
                table: "ImportBatches",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<int>(
                name: "FirstArticleId",
                table: "ActorNames",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IncomingFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BatchId = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    IsWhole = table.Column<bool>(type: "boolean", nullable: false),
                    Problem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Outlet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ItemsDone = table.Column<int>(type: "integer", nullable: false),
                    IsDone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncomingFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncomingFiles_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncomingChunks",
                columns: table => new
                {
                    FileId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncomingChunks", x => new { x.FileId, x.Number });
                    table.ForeignKey(
                        name: "FK_IncomingChunks_IncomingFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "IncomingFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportItems_BatchId_Position",
                table: "ImportItems",
                columns: new[] { "BatchId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_State",
                table: "ImportBatches",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_ActorNames_FirstArticleId",
                table: "ActorNames",
                column: "FirstArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_IncomingFiles_BatchId_Position",
                table: "IncomingFiles",
                columns: new[] { "BatchId", "Position" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_ActorNames_Articles_FirstArticleId",
                table: "ActorNames",
                column: "FirstArticleId",
                principalTable: "Articles",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            // Imports from before they had states: what was broken off then has to be made again.
            migrationBuilder.Sql("""
                UPDATE "ImportBatches" SET
                    "State" = CASE WHEN "FinishedAt" IS NULL THEN 'Cancelled' ELSE 'Finished' END,
                    "FinishedAt" = COALESCE("FinishedAt", "StartedAt"),
                    "ItemsDone" = (SELECT COUNT(*) FROM "ImportItems" i WHERE i."BatchId" = "ImportBatches"."Id"),
                    "Files" = (SELECT COUNT(*) FROM "ImportItems" i WHERE i."BatchId" = "ImportBatches"."Id"),
                    "FilesDone" = (SELECT COUNT(*) FROM "ImportItems" i WHERE i."BatchId" = "ImportBatches"."Id");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ActorNames_Articles_FirstArticleId",
                table: "ActorNames");

            migrationBuilder.DropTable(
                name: "IncomingChunks");

            migrationBuilder.DropTable(
                name: "IncomingFiles");

            migrationBuilder.DropIndex(
                name: "IX_ImportItems_BatchId_Position",
                table: "ImportItems");

            migrationBuilder.DropIndex(
                name: "IX_ImportBatches_State",
                table: "ImportBatches");

            migrationBuilder.DropIndex(
                name: "IX_ActorNames_FirstArticleId",
                table: "ActorNames");

            migrationBuilder.DropColumn(
                name: "Line",
                table: "ImportItems");

            migrationBuilder.DropColumn(
                name: "NearCopyOfId",
                table: "ImportItems");

            migrationBuilder.DropColumn(
                name: "Bytes",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "BytesDone",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "ExtractorVersion",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Files",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "FilesDone",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "IsDryRun",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "ItemsDone",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "LeasedBy",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Notes",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "Settings",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "State",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "WorkedSeconds",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "FirstArticleId",
                table: "ActorNames");

            migrationBuilder.CreateIndex(
                name: "IX_ImportItems_BatchId",
                table: "ImportItems",
                column: "BatchId");
        }
    }
}
