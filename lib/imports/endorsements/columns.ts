export const endorsementColumns = {
  date: [
    ...["Endorsement Date", "Datum der Bestätigung", "Bestätigungsdatum", "Date de la recommandation"],
    ...["Fecha de validación", "Data da recomendação", "Data de recomendação"],
  ],
  skill: [
    ...["Skill Name", "Kenntnis", "Name der Kenntnis", "Compétence", "Nom de la compétence"],
    ...["Aptitud", "Nombre de la aptitud", "Competência", "Nome da competência"],
  ],
  endorserFirstName: [
    ...["Endorser First Name", "Vorname des Bestätigenden", "Prénom de la personne qui recommande"],
    ...["Nombre del validador", "Nome de quem recomenda"],
  ],
  endorserLastName: [
    ...["Endorser Last Name", "Nachname des Bestätigenden", "Nom de la personne qui recommande"],
    ...["Apellidos del validador", "Sobrenome de quem recomenda"],
  ],
  endorseeFirstName: [
    ...["Endorsee First Name", "Vorname des Bestätigten", "Prénom de la personne recommandée"],
    ...["Nombre del validado", "Nome do recomendado"],
  ],
  endorseeLastName: [
    ...["Endorsee Last Name", "Nachname des Bestätigten", "Nom de la personne recommandée"],
    ...["Apellidos del validado", "Sobrenome do recomendado"],
  ],
  status: ["Endorsement Status", "Status", "Statut", "Estado"],
} as const;

export type EndorsementColumn = keyof typeof endorsementColumns;
